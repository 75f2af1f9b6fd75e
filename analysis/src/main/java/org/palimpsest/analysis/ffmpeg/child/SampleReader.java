package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Takes the samples out of FFmpeg's frames: integers are scaled by a power of two. */
final class SampleReader {
  private final int format;
  private final int bytes;
  private final boolean planar;

  SampleReader(int sampleFormat) throws FfmpegException {
    format = av_get_packed_sample_fmt(sampleFormat);
    planar = av_sample_fmt_is_planar(sampleFormat) != 0;
    if (format == AV_SAMPLE_FMT_U8) {
      bytes = 1;
    } else if (format == AV_SAMPLE_FMT_S16) {
      bytes = 2;
    } else if (format == AV_SAMPLE_FMT_S32 || format == AV_SAMPLE_FMT_FLT) {
      bytes = 4;
    } else if (format == AV_SAMPLE_FMT_DBL) {
      bytes = 8;
    } else {
      throw new FfmpegException("decodes to samples of a sort that is not known here");
    }
  }

  /** Frames {@code from} to {@code from + count} of {@code frame} into {@code block}. */
  void read(AVFrame frame, int from, int count, double[][] block) {
    int channels = block.length;
    for (int c = 0; c < channels; c++) {
      int step = planar ? bytes : bytes * channels;
      int offset = planar ? 0 : bytes * c;
      BytePointer plane = frame.extended_data(planar ? c : 0);
      ByteBuffer samples =
          plane
              .capacity((long) step * (from + count))
              .asByteBuffer()
              .order(ByteOrder.nativeOrder());
      for (int i = 0; i < count; i++) {
        block[c][i] = value(samples, offset + step * (from + i));
      }
    }
  }

  private double value(ByteBuffer samples, int at) {
    if (format == AV_SAMPLE_FMT_U8) {
      return (Byte.toUnsignedInt(samples.get(at)) - 128) / 128.0;
    }
    if (format == AV_SAMPLE_FMT_S16) {
      return samples.getShort(at) / 32768.0;
    }
    if (format == AV_SAMPLE_FMT_S32) {
      return samples.getInt(at) / 2147483648.0;
    }
    return format == AV_SAMPLE_FMT_FLT ? samples.getFloat(at) : samples.getDouble(at);
  }
}
