package org.palimpsest.analysis.inference;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * Proves what a package states: its golden vector, its receptive field and its alignment, the last
 * two by comparing chunks with the whole on a fixed signal.
 */
public final class PackageCheck {
  /** Chunks may differ from the whole by the rounding of float arithmetic, no more. */
  private static final double CHUNK_TOLERANCE = 1e-5;

  private static final int TRIAL_SAMPLES = 6 * 16_000 + 5;
  private static final int LONG_CHUNK = 37_000;

  private final InferenceEngine engine;

  public PackageCheck(InferenceEngine engine) {
    this.engine = engine;
  }

  /**
   * @param name of what was checked
   * @param passed or not
   * @param detail figures, or why it does not apply
   */
  public record Result(String name, boolean passed, String detail) {}

  /** All checks that apply to the package, each with its result. */
  public List<Result> run(ModelPackage source) throws RefusedException {
    List<Result> results = new ArrayList<>();
    try (ModelSession session = engine.open(source)) {
      results.add(new Result("graph", true, "loads; input and output fit " + source.kind().id()));
      results.add(golden(source, session));
      if (source.kind().givesWaveform()) {
        results.add(chunks(source, session));
      }
    }
    return results;
  }

  /** Refuses a package by name unless its graph fits its kind and its golden vector holds. */
  public void require(ModelPackage source) throws RefusedException {
    try (ModelSession session = engine.open(source)) {
      Result golden = golden(source, session);
      if (!golden.passed()) {
        throw new RefusedException(
            source.reference() + ": the golden vector does not hold (" + golden.detail() + ")");
      }
    }
  }

  /** Refuses a package by name unless everything it states holds. */
  public void requireProven(ModelPackage source) throws RefusedException {
    for (Result result : run(source)) {
      if (!result.passed()) {
        throw new RefusedException(
            String.format(
                "%s: %s does not hold (%s)", source.reference(), result.name(), result.detail()));
      }
    }
  }

  private static Result golden(ModelPackage source, ModelSession session) throws RefusedException {
    if (!source.hasSelfTest()) {
      return new Result("golden vector", true, "no self-test");
    }
    PackageDescription.Golden golden = source.description().golden().orElseThrow();
    float[] expected = floats(source.files().bytes(golden.output()));
    float[] actual = session.run(floats(source.files().bytes(golden.input())));
    if (expected.length != actual.length) {
      return new Result(
          "golden vector", false, actual.length + " values, " + expected.length + " expected");
    }
    double largest = largestDifference(expected, actual);
    return new Result(
        "golden vector",
        largest <= golden.tolerance(),
        format("largest difference %.1e, allowed %.1e", largest, golden.tolerance()));
  }

  private static Result chunks(ModelPackage source, ModelSession session) throws RefusedException {
    String name = "receptive field and alignment";
    if (source.context().isEmpty()) {
      return new Result(name, true, "sees the whole recording; never split");
    }
    int context = source.context().getAsInt();
    float[] signal = trialSignal(Math.max(TRIAL_SAMPLES, 4 * context));
    float[] whole = session.run(signal);
    double largest = 0;
    for (int samples : new int[] {4_000, 16_000, primeChunk(source)}) {
      ChunkedModel chunked = new ChunkedModel(session, samples);
      float[] pieced = new float[signal.length];
      for (SampleRange chunk : chunked.chunks(signal.length)) {
        chunked.run(signal, chunk, pieced);
      }
      largest = Math.max(largest, largestDifference(whole, pieced));
    }
    return new Result(
        name,
        largest <= CHUNK_TOLERANCE,
        format(
            "%d samples each side, multiples of %d; chunks differ from the whole by %.1e, allowed"
                + " %.1e",
            context, source.alignment(), largest, CHUNK_TOLERANCE));
  }

  /** A prime multiple of the alignment: a true alignment that is coarser cannot divide it. */
  private static int primeChunk(ModelPackage source) {
    int multiples = Math.max(2, LONG_CHUNK / source.alignment());
    return source.alignment() * BigInteger.valueOf(multiples).nextProbablePrime().intValueExact();
  }

  /** Noise under a syllable-like envelope: every sample matters, no silence hides a fault. */
  private static float[] trialSignal(int length) {
    Random random = new Random(20260101);
    float[] signal = new float[length];
    for (int i = 0; i < length; i++) {
      double envelope = 0.02 + 0.1 * Math.abs(Math.sin(2 * Math.PI * 3.7 * i / 16_000));
      signal[i] = (float) (envelope * random.nextGaussian());
    }
    return signal;
  }

  private static double largestDifference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = Math.abs((double) a[i] - b[i]);
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
    }
    return largest;
  }

  private static float[] floats(byte[] littleEndian) {
    float[] values = new float[littleEndian.length / Float.BYTES];
    ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
