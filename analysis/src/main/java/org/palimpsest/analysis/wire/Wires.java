package org.palimpsest.analysis.wire;

import java.util.List;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.ffmpeg.Coding;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;

/** The wires of restoration.md, section 5. */
public final class Wires {
  private final Ffmpeg ffmpeg;

  public Wires(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** In the order of the tables; a 16-bit file, which changes nothing, is not among them. */
  public List<Wire> all() {
    return List.of(
        new CodecWire(ffmpeg, "mp3-64k", new Coding("libmp3lame", "mp3", 64_000), 16_000, 0),
        new CodecWire(ffmpeg, "mp3-128k", new Coding("libmp3lame", "mp3", 128_000), 16_000, 0),
        new CodecWire(ffmpeg, "opus-24k", new Coding("libopus", "ogg", 24_000), 16_000, 0),
        new CodecWire(
            ffmpeg, "amr-nb-12.2k", new Coding("libopencore_amrnb", "amr", 12_200), 8_000, 80),
        new TelephoneWire(false),
        new TelephoneWire(true),
        new ResamplingWire(44_100),
        new GainWire(-3));
  }
}
