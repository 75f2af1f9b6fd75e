package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.palimpsest.analysis.ffmpeg.Answer;

/** A file of one stream that is written in memory; its bytes depend on nothing but the signal. */
final class CodedFile implements AutoCloseable {
  private static final int SEEK_SET = 0; // of stdio.h

  private final AVFormatContext format;
  private final AVStream stream;
  private boolean open = true;

  private CodedFile(AVFormatContext format, AVStream stream) {
    this.format = format;
    this.stream = stream;
  }

  static CodedFile inMemory(String container) throws FfmpegException {
    AVFormatContext format = new AVFormatContext(null);
    FfmpegException.check(
        avformat_alloc_output_context2(format, null, container, null),
        "this FFmpeg writes no " + container);
    AVIOContext memory = new AVIOContext(null);
    FfmpegException.check(avio_open_dyn_buf(memory), "no memory for a file");
    format.pb(memory);
    format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    return new CodedFile(format, avformat_new_stream(format, (AVCodec) null));
  }

  boolean wantsGlobalHeader() {
    return (format.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
  }

  void begin(AVCodecContext coder) throws FfmpegException {
    avcodec_parameters_from_context(stream.codecpar(), coder);
    stream.time_base(coder.time_base());
    FfmpegException.check(
        avformat_write_header(format, (AVDictionary) null), "this file cannot hold this coding");
  }

  AVFormatContext format() {
    return format;
  }

  AVStream stream() {
    return stream;
  }

  /** Gives the bytes away; nothing can be written after it. */
  void copyTo(AnswerWriter answer) throws IOException {
    try (PointerPointer<BytePointer> buffer = new PointerPointer<>(1)) {
      open = false;
      // closing writes padding where the file stands, and a trailer may have gone back to its
      // header
      avio_seek(format.pb(), avio_size(format.pb()), SEEK_SET);
      int size = avio_close_dyn_buf(format.pb(), buffer);
      BytePointer bytes = buffer.get(BytePointer.class, 0);
      byte[] part = new byte[Answer.MOST_BYTES];
      for (int done = 0; done < size; ) {
        int count = Math.min(Answer.MOST_BYTES, size - done);
        bytes.position(done).get(part, 0, count);
        answer.bytes(part, count);
        done += count;
      }
      av_free(bytes.position(0));
    }
  }

  @Override
  public void close() {
    if (open) {
      try (PointerPointer<BytePointer> buffer = new PointerPointer<>(1)) {
        open = false;
        avio_close_dyn_buf(format.pb(), buffer);
        av_free(buffer.get(BytePointer.class, 0));
      }
    }
    avformat_free_context(format);
  }
}
