package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A file with its best audio stream chosen and that stream's decoder open. */
final class OpenedFile implements AutoCloseable {
  private final AVFormatContext format;
  private final AVStream stream;
  private final AVCodecContext decoder;

  private OpenedFile(AVFormatContext format, AVStream stream, AVCodecContext decoder) {
    this.format = format;
    this.stream = stream;
    this.decoder = decoder;
  }

  /**
   * @param url {@code "fd:"} for standard input
   */
  static OpenedFile open(String url) throws FfmpegException {
    AVFormatContext format = avformat_alloc_context();
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "protocol_whitelist", url.substring(0, url.indexOf(':')), 0);
    av_dict_set(options, "format_whitelist", Allowed.CONTAINERS, 0);
    av_dict_set(options, "codec_whitelist", Allowed.DECODERS, 0);
    int status = avformat_open_input(format, url, null, options);
    av_dict_free(options);
    FfmpegException.check(status, "damaged, or none of the formats that are known here");
    try {
      FfmpegException.check(
          avformat_find_stream_info(format, (AVDictionary) null), "damaged, no stream is found");
      int index = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
      FfmpegException.check(index, "holds no audio that can be decoded");
      for (int i = 0; i < format.nb_streams(); i++) {
        if (i != index) {
          format.streams(i).discard(AVDISCARD_ALL);
        }
      }
      AVStream stream = format.streams(index);
      return new OpenedFile(format, stream, decoder(stream));
    } catch (FfmpegException e) {
      avformat_close_input(format);
      throw e;
    }
  }

  private static AVCodecContext decoder(AVStream stream) throws FfmpegException {
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    if (codec == null || codec.isNull()) {
      throw new FfmpegException("there is no decoder for its coding");
    }
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, stream.codecpar());
    decoder.pkt_timebase(stream.time_base());
    decoder.thread_count(1);
    decoder.flags(decoder.flags() | AV_CODEC_FLAG_BITEXACT);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "codec_whitelist", Allowed.DECODERS, 0);
    int status = avcodec_open2(decoder, codec, options);
    av_dict_free(options);
    if (status < 0) {
      avcodec_free_context(decoder);
      throw new FfmpegException(
          String.format(
              "its coding, %s, cannot be decoded (%s)",
              codec.name().getString(), FfmpegException.words(status)));
    }
    return decoder;
  }

  AVFormatContext format() {
    return format;
  }

  AVStream stream() {
    return stream;
  }

  AVCodecContext decoder() {
    return decoder;
  }

  String container() {
    return format.iformat().name().getString();
  }

  int audioStreams() {
    int count = 0;
    for (int i = 0; i < format.nb_streams(); i++) {
      if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        count++;
      }
    }
    return count;
  }

  /** Samples of each channel that the file promises at this rate; negative where it does not. */
  long declaredFrames(int hertz) {
    if (format.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
      return -1; // reckoned from the size of the file
    }
    try (AVRational frame = new AVRational();
        AVRational microsecond = new AVRational()) {
      frame.num(1).den(hertz);
      microsecond.num(1).den(AV_TIME_BASE);
      if (stream.duration() != AV_NOPTS_VALUE) {
        return av_rescale_q(stream.duration(), stream.time_base(), frame) - countedPadding();
      }
      return format.duration() == AV_NOPTS_VALUE
          ? -1
          : av_rescale_q(format.duration(), microsecond, frame);
    }
  }

  /** In Ogg the positions of Opus count the padding before the sound (RFC 7845, section 4). */
  private long countedPadding() {
    return isOpus() && container().equals("ogg") ? stream.codecpar().initial_padding() : 0;
  }

  /** What Opus' own header has the decoder leave out, also where no packet says so. */
  long paddingOfHeader() {
    return isOpus() ? stream.codecpar().initial_padding() : 0;
  }

  private boolean isOpus() {
    return stream.codecpar().codec_id() == AV_CODEC_ID_OPUS;
  }

  @Override
  public void close() {
    avcodec_free_context(decoder);
    avformat_close_input(format);
  }
}
