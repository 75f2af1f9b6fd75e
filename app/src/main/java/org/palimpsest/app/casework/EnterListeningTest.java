package org.palimpsest.app.casework;

import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/** Enters what a person heard in a blind test, apart from what a tool computed. */
public final class EnterListeningTest {
  private final SoundArchive sounds;

  EnterListeningTest(SoundArchive sounds) {
    this.sounds = sounds;
  }

  /** Enters a test as {@code L1}, …, however it came out. */
  public LedgerEntry run(CaseFile file, ListeningTest test) throws RefusedException, CaseException {
    JsonArray signals = JsonArray.of(List.of(signal(file, test.a()), signal(file, test.b())));
    synchronized (file) {
      JsonObject fields =
          JsonObject.empty()
              .with("id", EntryId.next(file, EntryKind.LISTENING_TEST_ENTERED, "L"))
              .with("signals", signals)
              .with("startSample", test.range().start())
              .with("endSample", test.range().end())
              .with("gainDb", test.gainDb())
              .with("order", test.order())
              .with("answers", test.answers())
              .with("planned", test.planned());
      return file.append(EntryDraft.of(EntryKind.LISTENING_TEST_ENTERED, fields, List.of()));
    }
  }

  private JsonObject signal(CaseFile file, String id) throws RefusedException {
    return JsonObject.empty().with("id", id).with("sha256", sounds.hashOf(file, id).hex());
  }
}
