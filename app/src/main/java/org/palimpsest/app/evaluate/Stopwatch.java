package org.palimpsest.app.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of the thread that asks, which other programs on the machine do not lengthen: a
 * session computes in the thread that calls it.
 */
final class Stopwatch {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long began = threads.getCurrentThreadCpuTime();

  double seconds() {
    return (threads.getCurrentThreadCpuTime() - began) / 1e9;
  }
}
