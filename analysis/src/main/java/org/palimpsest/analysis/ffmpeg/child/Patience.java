package org.palimpsest.analysis.ffmpeg.child;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends this process when native code comes to nothing for two minutes, even if nobody listens any
 * more: a file can be made that FFmpeg reads for ever.
 */
final class Patience {
  private static final long NANOS = TimeUnit.MINUTES.toNanos(2);

  private final AtomicLong last = new AtomicLong(System.nanoTime());

  private Patience() {}

  static Patience start() {
    Patience patience = new Patience();
    Thread watch = new Thread(patience::watch, "patience");
    watch.setDaemon(true);
    watch.start();
    return patience;
  }

  /** Something came of it. */
  void renew() {
    last.set(System.nanoTime());
  }

  private void watch() {
    while (true) {
      long left = NANOS - (System.nanoTime() - last.get());
      if (left <= 0) {
        Runtime.getRuntime().halt(1);
      }
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
