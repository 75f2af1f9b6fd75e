package org.palimpsest.app.task;

/** What is done away from the window's thread. */
@FunctionalInterface
public interface Work<T> {
  /**
   * @param task tells how far it is and asks whether to go on
   */
  T run(BackgroundTask task) throws Exception;
}
