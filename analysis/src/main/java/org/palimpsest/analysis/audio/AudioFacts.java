package org.palimpsest.analysis.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of itself and who read it.
 *
 * @param format in the field's words, such as {@code "WAV, PCM 16 bit"}
 * @param decoder name and version of the decoder, for the ledger
 * @param rate of the file, not of the working signal
 * @param channels one or more
 * @param frames samples of each channel
 * @param padding of a lossy coding; empty for others
 * @param remarks what an examiner must know besides, in sentences without a full stop
 */
public record AudioFacts(
    String format,
    String decoder,
    SampleRate rate,
    int channels,
    long frames,
    Optional<Padding> padding,
    List<String> remarks) {
  public AudioFacts {
    remarks = List.copyOf(remarks);
  }

  /** Of a file that holds its samples as they are. */
  AudioFacts(String format, String decoder, SampleRate rate, int channels, long frames) {
    this(format, decoder, rate, channels, frames, Optional.empty(), List.of());
  }

  AudioFacts with(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new AudioFacts(format, decoder, rate, channels, frames, padding, all);
  }

  public double seconds() {
    return rate.seconds(frames);
  }
}
