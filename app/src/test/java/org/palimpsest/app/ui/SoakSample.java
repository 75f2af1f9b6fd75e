package org.palimpsest.app.ui;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the process holds after a round, in MB of 10^6 bytes. The virtual machine counts its own
 * native memory (with {@code -XX:NativeMemoryTracking=summary}, otherwise 0 is said); libraries'
 * shows only in what is resident.
 *
 * @param heap used after a collection
 * @param heapCommitted what the virtual machine has taken for the heap
 * @param classes metaspace, committed
 * @param code compiled code, committed
 * @param rest what else the virtual machine has taken
 * @param direct buffers outside the heap, mapped files included
 * @param resident of the process, all of it
 * @param anonymous of that, what is not a file's
 * @param held screens, sessions and files of closed cases
 */
record SoakSample(
    int round,
    double heap,
    double heapCommitted,
    double classes,
    double code,
    double rest,
    double direct,
    double resident,
    double anonymous,
    int threads,
    long held) {
  static final String HEADER =
      "round\theap\theap taken\tclasses\tcode\tother VM\tdirect\tresident\tanonymous\tthreads"
          + "\tclosed cases held";
  private static final String SIZE = "[^\\n]*?committed=(\\d+)KB";

  static SoakSample take(int round, long held) throws IOException, JMException {
    String tracked = diagnose("vmNativeMemory", "summary");
    double heapCommitted = kilobytes(tracked, "Java Heap \\(");
    double classes = kilobytes(tracked, "Class \\(") + kilobytes(tracked, "Metaspace \\(");
    double code = kilobytes(tracked, "Code \\(");
    String pages = Files.readString(Path.of("/proc/self/smaps_rollup"));
    return new SoakSample(
        round,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
        heapCommitted,
        classes,
        code,
        kilobytes(tracked, "Total: ") - heapCommitted - classes - code,
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum()
            / 1e6,
        first(pages, "Rss: +(\\d+) kB"),
        first(pages, "Anonymous: +(\\d+) kB"),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        held);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%d\t%d",
        round,
        heap,
        heapCommitted,
        classes,
        code,
        rest,
        direct,
        resident,
        anonymous,
        threads,
        held);
  }

  /** Least squares over all of {@code samples}. */
  static String growth(List<SoakSample> samples) {
    return String.format(
        Locale.ROOT,
        "kB a round over the second half: heap %+.1f, classes %+.1f, code %+.1f, other VM %+.1f,"
            + " direct %+.1f, resident %+.1f",
        1000 * slope(samples, SoakSample::heap),
        1000 * slope(samples, SoakSample::classes),
        1000 * slope(samples, SoakSample::code),
        1000 * slope(samples, SoakSample::rest),
        1000 * slope(samples, SoakSample::direct),
        1000 * slope(samples, SoakSample::resident));
  }

  /** What the C library had kept of what was freed; empty pages between what is in use. */
  static String trim() throws JMException {
    return diagnose("systemTrimNativeHeap").strip();
  }

  private static String diagnose(String command, String... arguments) throws JMException {
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    boolean bare = arguments.length == 0;
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                commands,
                command,
                bare ? new Object[0] : new Object[] {arguments},
                bare ? new String[0] : new String[] {String[].class.getName()});
  }

  private static double kilobytes(String tracked, String category) {
    return first(tracked, category + SIZE);
  }

  private static double first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) * 1024 / 1e6 : 0;
  }

  private static double slope(List<SoakSample> samples, ToDoubleFunction<SoakSample> of) {
    double meanX = samples.stream().mapToDouble(SoakSample::round).average().orElse(0);
    double meanY = samples.stream().mapToDouble(of).average().orElse(0);
    double xy = 0;
    double xx = 0;
    for (SoakSample s : samples) {
      double x = s.round() - meanX;
      xy += x * (of.applyAsDouble(s) - meanY);
      xx += x * x;
    }
    return xx == 0 ? 0 : xy / xx;
  }
}
