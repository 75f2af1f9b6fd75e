package org.palimpsest.analysis.restoration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.inference.ModelPackage;

/**
 * A piece of a long recording that is solved by itself.
 *
 * @param core the samples that are kept
 * @param crop the samples that are solved for: what lies outside it is unknown there, which spoils
 *     its edges, so that it reaches several receptive fields beyond the core
 */
record Segment(SampleRange core, SampleRange crop) {
  /**
   * @param coreSamples wanted; rounded up to the protector's alignment
   * @param margin each side, in receptive fields of the protector
   */
  static List<Segment> of(int length, ModelPackage protector, int coreSamples, int margin) {
    OptionalInt context = protector.context();
    if (context.isEmpty()) {
      SampleRange whole = new SampleRange(0, length);
      return List.of(new Segment(whole, whole));
    }
    int alignment = protector.alignment();
    long step = ((long) coreSamples + alignment - 1) / alignment * alignment;
    List<Segment> segments = new ArrayList<>();
    for (long start = 0; start < length; start += step) {
      SampleRange core = new SampleRange((int) start, (int) Math.min(length, start + step));
      SampleRange wide = core.widened(margin * context.getAsInt(), length);
      segments.add(
          new Segment(core, new SampleRange(wide.start() / alignment * alignment, wide.end())));
    }
    return segments;
  }

  float[] cropOf(float[] signal) {
    return Arrays.copyOfRange(signal, crop.start(), crop.end());
  }

  float[] cropOf(AudioClip clip) {
    float[] values = new float[crop.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = clip.at(crop.start() + i);
    }
    return values;
  }
}
