package org.palimpsest.analysis.audio;

/**
 * What a file says of itself and who read it.
 *
 * @param format in the field's words, such as {@code "WAV, PCM 16 bit"}
 * @param decoder name and version of the decoder, for the ledger
 * @param rate of the file, not of the working signal
 * @param channels one or more
 * @param frames samples of each channel
 */
public record AudioFacts(
    String format, String decoder, SampleRate rate, int channels, long frames) {
  public double seconds() {
    return rate.seconds(frames);
  }
}
