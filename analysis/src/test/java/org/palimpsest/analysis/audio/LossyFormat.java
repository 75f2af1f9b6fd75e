package org.palimpsest.analysis.audio;

import java.io.IOException;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.ffmpeg.Coding;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.ffmpeg.TestSignal;

/** The files of the tests: what FFmpeg's coders make of a formula, and what must come out again. */
enum LossyFormat {
  MP3("MP3", "mp3", "libmp3lame", "mp3", 64_000, 16_000, 20_000, 20_000, 16_000),
  MP3_AT_44("MP3", "mp3", "libmp3lame", "mp3", 128_000, 44_100, 50_001, 50_001, 44_100),
  OPUS("Ogg, Opus", "opus", "libopus", "ogg", 24_000, 16_000, 20_000, 60_000, 48_000),
  WEBM("Matroska, Opus", "webm", "libopus", "webm", 24_000, 48_000, 50_001, 50_001, 48_000),
  AAC("MP4, AAC", "m4a", "aac", "ipod", 64_000, 16_000, 20_000, 20_480, 16_000),
  AAC_FRAMES("AAC", "aac", "aac", "adts", 64_000, 16_000, 20_000, 21_504, 16_000),
  AMR("AMR-NB", "amr", "libopencore_amrnb", "amr", 12_200, 8_000, 20_001, 20_160, 8_000),
  AMR_WIDE("AMR-WB", "awb", "libvo_amrwbenc", "amr", 23_850, 16_000, 20_000, 20_160, 16_000),
  IMA("WAV, IMA ADPCM", "wav", "adpcm_ima_wav", "wav", 0, 16_000, 20_000, 20_410, 16_000),
  ALAC("MP4, ALAC", "m4a", "alac", "ipod", 0, 16_000, 20_000, 20_000, 16_000),
  AIFF("AIFF, PCM_S24BE", "aiff", "pcm_s24be", "aiff", 0, 16_000, 20_000, 20_000, 16_000);

  final String words;
  final String ending;
  final int given;
  final long expected;
  final int expectedHertz;
  final int codedHertz;
  private final String encoder;
  private final String container;
  private final int bitRate;

  LossyFormat(
      String words,
      String ending,
      String encoder,
      String container,
      int bitRate,
      int codedHertz,
      int given,
      long expected,
      int expectedHertz) {
    this.words = words;
    this.ending = ending;
    this.encoder = encoder;
    this.container = container;
    this.bitRate = bitRate;
    this.codedHertz = codedHertz;
    this.given = given;
    this.expected = expected;
    this.expectedHertz = expectedHertz;
  }

  byte[] file(Ffmpeg ffmpeg) throws IOException, RefusedException {
    Coding coding = new Coding(encoder, container, bitRate);
    return ffmpeg.encode(coding, codedHertz, TestSignal.sweep(given));
  }
}
