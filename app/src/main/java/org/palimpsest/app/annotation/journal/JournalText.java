package org.palimpsest.app.annotation.journal;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/** The lines of a journal: docs/formats/annotation-journal-1.md. */
final class JournalText {
  private JournalText() {}

  /**
   * What a journal says.
   *
   * @param length bytes up to the end of the last line that counts
   */
  record Read(Basis basis, History history, long length) {}

  static byte[] line(JsonObject json) {
    byte[] text = CanonicalJson.bytes(json);
    byte[] line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  static JsonObject change(Change change, int parent) {
    return JsonObject.empty().with("change", change.toJson()).with("on", parent);
  }

  static JsonObject move(int target, String time) {
    return JsonObject.empty().with("goTo", target).with("time", time);
  }

  /**
   * Reads a journal. A last line that broke off is left out: nothing acknowledged it.
   *
   * @param name of the file, for refusals
   * @return empty where not even the first line is there
   */
  static Optional<Read> read(byte[] bytes, String name, UUID caseId, AnnotatedSignal signal)
      throws RefusedException {
    Optional<Basis> basis = Optional.empty();
    History history = null;
    int start = 0;
    for (int number = 1; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end == bytes.length) {
        break;
      }
      try {
        JsonObject json = JsonParser.parseObject(Arrays.copyOfRange(bytes, start, end));
        if (history == null) {
          basis = Optional.of(basis(json, caseId, signal));
          history = new History(basis.get().annotations());
        } else {
          apply(json, history);
        }
      } catch (IllegalArgumentException e) {
        if (end + 1 == bytes.length) {
          break; // the last line: a crash may leave its length without its content
        }
        throw new RefusedException(
            String.format(
                "%s: line %d of this journal of annotations cannot be read (%s); move the file away"
                    + " to begin with what the ledger has",
                name, number, e.getMessage()),
            e);
      }
      start = end + 1;
    }
    long length = start;
    History found = history;
    return basis.map(b -> new Read(b, found, length));
  }

  private static Basis basis(JsonObject json, UUID caseId, AnnotatedSignal signal) {
    Basis basis = Basis.from(json);
    AnnotatedSignal its = basis.annotations().signal();
    if (!basis.caseId().equals(caseId)
        || !its.sounds(signal)
        || its.samples() != signal.samples()) {
      throw new IllegalArgumentException("it is of another case or signal");
    }
    return basis;
  }

  private static void apply(JsonObject json, History history) {
    if (json.has("goTo")) {
      history.move(Math.toIntExact(Math.min(Integer.MAX_VALUE, json.integer("goTo"))));
    } else if (json.integer("on") == history.state()) {
      history.take(Change.from(json.object("change")));
    } else {
      throw new IllegalArgumentException("a change on state " + json.integer("on"));
    }
  }
}
