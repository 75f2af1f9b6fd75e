package org.palimpsest.evidence.casefile;

import java.nio.file.Path;
import org.palimpsest.evidence.Laboratory;

/**
 * Measures opening a case and appending to it: {@code AppendRate DESK ENTRIES}, where the desk is
 * what {@code LongCase} made. For docs/performance.md; no test depends on it.
 */
final class AppendRate {
  private AppendRate() {}

  /**
   * Prints seconds, entries for each second, and megabytes.
   *
   * @param args desk, entries to append
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Laboratory lab = new Laboratory(Path.of(args[0]));
    int entries = Integer.parseInt(args[1]);
    long start = System.nanoTime();
    try (CaseFile open = lab.open()) {
      double opened = seconds(start);
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
      long from = System.nanoTime();
      for (int i = 0; i < entries; i++) {
        Laboratory.importRecording(open, "the same recording");
      }
      System.out.printf(
          "%d entries: opened in %.1f s, heap %d MB; %d appended, %.0f a second%n",
          open.size() - entries, opened, used, entries, entries / seconds(from));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
