package org.palimpsest.app.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** JavaFX, started without a launcher. */
final class Toolkit {
  private static final List<String> SCALES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

  private final Logger quiet = Logger.getLogger("javafx");
  private final int scalePercent;
  private boolean ours;

  /**
   * @param scalePercent of everything; a system property that states it goes before
   */
  Toolkit(int scalePercent) {
    this.scalePercent = scalePercent;
  }

  /**
   * Starts it, once.
   *
   * @return why there can be no window, in a line
   */
  Optional<String> start() {
    quiet.setLevel(Level.SEVERE); // it warns of the class path, on which it works
    if (scalePercent != 100) {
      SCALES.stream()
          .filter(name -> System.getProperty(name) == null)
          .forEach(name -> System.setProperty(name, scalePercent + "%"));
    }
    try {
      CountDownLatch up = new CountDownLatch(1);
      Platform.startup(up::countDown);
      ours = true;
      up.await();
      Platform.setImplicitExit(false);
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.empty(); // it runs already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(String.valueOf(root(e).getMessage()).lines().findFirst().orElse(""));
    }
  }

  void stop() {
    if (ours) {
      Platform.exit();
    }
  }

  private static Throwable root(Throwable cause) {
    return cause.getCause() == null ? cause : root(cause.getCause());
  }
}
