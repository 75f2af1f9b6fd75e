package org.palimpsest.app.annotation.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Marked;

/** Annotates without end, and says of each annotation that it is kept, until it is killed. */
final class RestlessAnnotator {
  private static final UUID CASE = UUID.fromString("6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7");

  private RestlessAnnotator() {}

  /**
   * Works in a folder of journals.
   *
   * @param args the folder, and the sample to begin at
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    JournalFolder journals = new JournalFolder(Path.of(args[0]), Clock.systemUTC());
    try (Journal journal =
        journals.open(CASE, Marked.SIGNAL, () -> new Basis(CASE, Marked.of(), ""))) {
      for (int i = Integer.parseInt(args[1]); i < Marked.SIGNAL.samples(); i++) {
        Annotation click = Marked.click(i);
        journal.make(JournalTest.add(click));
        System.out.println(click.label());
      }
    }
  }
}
