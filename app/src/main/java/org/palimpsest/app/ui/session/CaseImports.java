package org.palimpsest.app.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;

/**
 * Takes recordings into the open case one after the other, so that their ids count in the order in
 * which they were given. One that is refused is named and does not keep the next from being taken.
 */
final class CaseImports {
  /** What became of one file: it was taken, or refused. */
  private record Ended(
      String file, Optional<Exhibit> exhibit, Optional<RefusedException> refusal) {}

  private final ImportRecording importer;
  private final CaseFile file;
  private final BackgroundTasks tasks;
  private final Consumer<String> made;

  /**
   * @param made gets the id of each, as it is taken
   */
  CaseImports(
      ImportRecording importer, CaseFile file, BackgroundTasks tasks, Consumer<String> made) {
    this.importer = importer;
    this.file = file;
    this.tasks = tasks;
    this.made = made;
  }

  /** Cancelled, it leaves out those that were not begun, and says how many. */
  BackgroundTask start(List<ImportRecording.Request> requests) {
    int many = requests.size();
    Queue<Ended> untold = new ConcurrentLinkedQueue<>();
    return tasks.start(
        many == 1 ? title(name(requests.get(0))) : "Import of " + many + " recordings",
        task -> {
          int done = 0;
          while (done < many && !task.requested()) {
            untold.add(take(requests.get(done), new Place(done, many, task)));
            done++;
            task.meanwhile(() -> tell(untold));
          }
          return many - done;
        },
        left -> {
          tell(untold);
          if (left > 0) {
            tasks.errors().addLine("Cancelled: " + left + " of " + many + " were not imported");
          }
        });
  }

  private Ended take(ImportRecording.Request request, Place place) throws CaseException {
    String name = name(request);
    try {
      place.tell(name, "decoding");
      ImportRecording.Accepted accepted = importer.accept(request);
      place.tell(name, "storing");
      return new Ended(name, Optional.of(importer.run(file, accepted)), Optional.empty());
    } catch (RefusedException e) {
      return new Ended(name, Optional.empty(), Optional.of(e));
    }
  }

  private void tell(Queue<Ended> untold) {
    for (Ended ended = untold.poll(); ended != null; ended = untold.poll()) {
      String title = title(ended.file());
      ended.exhibit().ifPresent(exhibit -> made.accept(exhibit.id()));
      ended.refusal().ifPresent(refusal -> tasks.errors().add(title, refusal));
    }
  }

  private static String title(String name) {
    return "Import of " + name;
  }

  private static String name(ImportRecording.Request request) {
    return request.file().getFileName().toString();
  }

  /** Which of how many is taken now. */
  private record Place(int index, int many, BackgroundTask task) {
    void tell(String name, String stage) {
      if (many == 1) {
        task.at(stage, -1);
      } else {
        String words = (index + 1) + " of " + many + ", " + name + ": " + stage;
        task.at(words, (double) index / many);
      }
    }
  }
}
