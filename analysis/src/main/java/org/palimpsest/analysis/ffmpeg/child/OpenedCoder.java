package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CAP_SMALL_LAST_FRAME;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.palimpsest.analysis.ffmpeg.Coding;

/** An encoder that is open for a mono signal. */
final class OpenedCoder implements AutoCloseable {
  private static final int[] SORTS = {
    AV_SAMPLE_FMT_S16, AV_SAMPLE_FMT_S16P, AV_SAMPLE_FMT_FLTP, AV_SAMPLE_FMT_S32
  };

  private final AVCodecContext context;

  private OpenedCoder(AVCodecContext context) {
    this.context = context;
  }

  /** Tries the sorts of samples in turn: an encoder does not open for those that it cannot take. */
  static OpenedCoder open(Coding coding, int hertz, boolean globalHeader) throws FfmpegException {
    AVCodec codec = avcodec_find_encoder_by_name(coding.encoder());
    if (codec == null || codec.isNull()) {
      throw new FfmpegException("this FFmpeg has no such encoder");
    }
    int status = 0;
    for (int sort : SORTS) {
      AVCodecContext context = avcodec_alloc_context3(codec);
      context.sample_rate(hertz).sample_fmt(sort).bit_rate(coding.bitsPerSecond());
      context.thread_count(1).time_base().num(1).den(hertz);
      av_channel_layout_default(context.ch_layout(), 1);
      int flags = AV_CODEC_FLAG_BITEXACT | (globalHeader ? AV_CODEC_FLAG_GLOBAL_HEADER : 0);
      context.flags(context.flags() | flags);
      status = avcodec_open2(context, codec, (AVDictionary) null);
      if (status >= 0) {
        return new OpenedCoder(context);
      }
      avcodec_free_context(context);
    }
    throw new FfmpegException(
        String.format("does not code at %d Hz (%s)", hertz, FfmpegException.words(status)));
  }

  AVCodecContext context() {
    return context;
  }

  boolean takesShortFrame() {
    return context.frame_size() == 0
        || (context.codec().capabilities() & AV_CODEC_CAP_SMALL_LAST_FRAME) != 0;
  }

  /** A frame of {@code count} samples, silent where {@code samples} has none. */
  AVFrame frame(byte[] samples, int count) throws FfmpegException {
    AVFrame frame = av_frame_alloc();
    frame.nb_samples(count).format(context.sample_fmt()).sample_rate(context.sample_rate());
    av_channel_layout_default(frame.ch_layout(), 1);
    FfmpegException.check(av_frame_get_buffer(frame, 0), "no memory for a frame");
    ByteBuffer in = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
    int sort = context.sample_fmt();
    int bytes = sort == AV_SAMPLE_FMT_S16 || sort == AV_SAMPLE_FMT_S16P ? 2 : 4;
    ByteBuffer out =
        frame.data(0).capacity((long) bytes * count).asByteBuffer().order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      short sample = in.remaining() > 1 ? in.getShort() : 0;
      if (sort == AV_SAMPLE_FMT_FLTP) {
        out.putFloat(sample / 32768f);
      } else if (sort == AV_SAMPLE_FMT_S32) {
        out.putInt(sample << 16);
      } else {
        out.putShort(sample);
      }
    }
    return frame;
  }

  @Override
  public void close() {
    avcodec_free_context(context);
  }
}
