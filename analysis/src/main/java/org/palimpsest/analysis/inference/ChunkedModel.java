package org.palimpsest.analysis.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * Runs a waveform model over long signals in chunks that overlap by the model's receptive field and
 * start at multiples of its alignment, so that each result equals that of the whole. A model that
 * sees the whole recording has one chunk.
 */
public final class ChunkedModel {
  private final ModelSession session;
  private final int chunkSamples;

  /**
   * @param session of a protector or remover
   * @param chunkSamples wanted length of a chunk without its overlap; rounded up to the alignment
   */
  public ChunkedModel(ModelSession session, int chunkSamples) {
    if (!session.modelPackage().kind().givesWaveform() || chunkSamples < 1) {
      throw new IllegalArgumentException("no chunks for " + session.modelPackage().reference());
    }
    int alignment = session.modelPackage().alignment();
    this.session = session;
    int largest = Integer.MAX_VALUE / alignment * alignment;
    int multiples = (int) (((long) chunkSamples + alignment - 1) / alignment);
    this.chunkSamples = chunkSamples > largest ? largest : multiples * alignment;
  }

  public ModelPackage modelPackage() {
    return session.modelPackage();
  }

  /** The chunks of a signal of {@code length} samples, in order, without overlap. */
  public List<SampleRange> chunks(int length) {
    if (modelPackage().context().isEmpty()) {
      return List.of(new SampleRange(0, length));
    }
    List<SampleRange> chunks = new ArrayList<>();
    for (int start = 0, end; start < length; start = end) {
      end = (int) Math.min(length, (long) start + chunkSamples);
      chunks.add(new SampleRange(start, end));
    }
    return chunks;
  }

  /** All samples that the result within {@code chunk} depends on. */
  public SampleRange reach(SampleRange chunk, int length) {
    if (modelPackage().context().isEmpty()) {
      return new SampleRange(0, length);
    }
    SampleRange wide = chunk.widened(modelPackage().context().getAsInt(), length);
    int alignment = modelPackage().alignment();
    return new SampleRange(wide.start() / alignment * alignment, wide.end());
  }

  /** Computes {@code chunk} of the model's output for {@code signal} into {@code output}. */
  public void run(float[] signal, SampleRange chunk, float[] output) throws RefusedException {
    SampleRange reach = reach(chunk, signal.length);
    float[] input = Arrays.copyOfRange(signal, reach.start(), reach.end());
    float[] result = session.run(input);
    System.arraycopy(result, chunk.start() - reach.start(), output, chunk.start(), chunk.length());
  }

  /** The model's output for the whole of {@code signal}. */
  public float[] run(float[] signal) throws RefusedException {
    float[] output = new float[signal.length];
    for (SampleRange chunk : chunks(signal.length)) {
      run(signal, chunk, output);
    }
    return output;
  }
}
