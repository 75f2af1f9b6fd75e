package org.palimpsest.analysis.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jflac.ChannelData;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jflac.metadata.StreamInfo;
import org.palimpsest.analysis.RefusedException;

/**
 * Native FLAC (RFC 9639) through jFLAC. Where jFLAC fills damaged frames with silence and ends
 * without a word, this refuses; and the number of samples and the MD5 of the decoded audio are held
 * against the header.
 */
final class FlacDecoder implements AudioDecoder {
  private static final String NAME = "jflac-codec 1.5.2";

  @Override
  public AudioFacts decode(Path file, SampleSink sink) throws IOException, RefusedException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      FlacSource source = FlacSource.open(in, file);
      byte[] stated = source.md5();
      FLACDecoder decoder = new FLACDecoder(source.stream());
      decoder.addFrameListener(source);
      StreamInfo info = readHeader(decoder, file);
      SampleRate rate = new SampleRate(info.getSampleRate());
      sink.begin(rate, info.getChannels());
      MessageDigest md5 = md5();
      long frames = decodeFrames(decoder, source, info, md5, sink, file);
      boolean unstated = Arrays.equals(stated, new byte[stated.length]);
      if (!unstated && !Arrays.equals(stated, md5.digest())) {
        throw new RefusedException(
            file + ": damaged, the decoded FLAC audio has another MD5 than its header");
      }
      String format = "FLAC, " + info.getBitsPerSample() + " bit";
      return new AudioFacts(format, NAME, rate, info.getChannels(), frames);
    }
  }

  private static StreamInfo readHeader(FLACDecoder decoder, Path file) throws RefusedException {
    StreamInfo info;
    try {
      decoder.readMetadata();
      info = decoder.getStreamInfo();
    } catch (IOException | RuntimeException e) {
      // jFLAC meets odd bytes with exceptions of every kind
      throw new RefusedException(file + ": damaged, the FLAC header cannot be read", e);
    }
    if (info == null || info.getChannels() < 1) {
      throw new RefusedException(file + ": damaged, no FLAC stream information");
    }
    if (!SampleRate.isPlausible(info.getSampleRate())) {
      throw new RefusedException(
          file + ": a sample rate of " + info.getSampleRate() + " Hz is not audio");
    }
    return info;
  }

  private static long decodeFrames(
      FLACDecoder decoder,
      FlacSource source,
      StreamInfo info,
      MessageDigest md5,
      SampleSink sink,
      Path file)
      throws RefusedException {
    long expected = info.getTotalSamples();
    int channels = info.getChannels();
    int bytes = (info.getBitsPerSample() + 7) / 8;
    double scale = 1.0 / (1L << (info.getBitsPerSample() - 1));
    double[][] block = new double[channels][Math.max(info.getMaxBlockSize(), 1)];
    byte[] packed = new byte[block[0].length * channels * bytes];
    long done = 0;
    long used = source.delivered() - decoder.getBitInputStream().getInputBytesUnconsumed();
    while (expected == 0 || done < expected) {
      Frame frame = nextFrame(decoder, file);
      if (frame == null || source.faulty()) {
        break;
      }
      int count = frame.header.blockSize;
      if (frame.header.channels != channels || count > block[0].length) {
        throw new RefusedException(file + ": damaged, a FLAC frame contradicts the header");
      }
      int at = 0;
      ChannelData[] data = decoder.getChannelData();
      for (int i = 0; i < count; i++) {
        for (int c = 0; c < channels; c++) {
          int value = data[c].getOutput()[i];
          block[c][i] = value * scale;
          for (int b = 0; b < bytes; b++) {
            packed[at++] = (byte) (value >> (8 * b));
          }
        }
      }
      md5.update(packed, 0, at);
      sink.frames(block, count);
      done += count;
      used = source.delivered() - decoder.getBitInputStream().getInputBytesUnconsumed();
    }
    boolean cut = expected == 0 ? used != source.delivered() : done != expected;
    if (cut || source.faulty() || decoder.getBadFrames() > 0) {
      throw new RefusedException(
          String.format(
              "%s: truncated or damaged, %d of %d samples can be decoded", file, done, expected));
    }
    return done;
  }

  private static Frame nextFrame(FLACDecoder decoder, Path file) throws RefusedException {
    try {
      return decoder.readNextFrame();
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(file + ": truncated or damaged within the FLAC audio", e);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5"); // the format's own check, not a proof of ours
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no MD5", e);
    }
  }
}
