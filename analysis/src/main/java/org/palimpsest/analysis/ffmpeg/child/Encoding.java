package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.palimpsest.analysis.ffmpeg.Coding;

/** Codes 16-bit samples, little-endian, mono, into one file. */
final class Encoding implements AutoCloseable {
  private static final int FREE_SIZE = 1024; // for encoders that take frames of any length

  private final OpenedCoder coder;
  private final CodedFile file;
  private final int frameSize;

  private Encoding(OpenedCoder coder, CodedFile file) {
    this.coder = coder;
    this.file = file;
    int size = coder.context().frame_size();
    this.frameSize = size == 0 ? FREE_SIZE : size;
  }

  static Encoding open(Coding coding, int hertz) throws FfmpegException {
    CodedFile file = CodedFile.inMemory(coding.container());
    try {
      OpenedCoder coder = OpenedCoder.open(coding, hertz, file.wantsGlobalHeader());
      file.begin(coder.context());
      return new Encoding(coder, file);
    } catch (FfmpegException e) {
      file.close();
      throw e;
    }
  }

  /** Reads {@code in} to its end and answers with the whole file. */
  void run(InputStream in, AnswerWriter answer) throws IOException, FfmpegException {
    BufferedInputStream samples = new BufferedInputStream(in);
    long done = 0;
    byte[] bytes = samples.readNBytes(2 * frameSize);
    while (bytes.length > 1) {
      AVFrame frame = coder.frame(bytes, coder.takesShortFrame() ? bytes.length / 2 : frameSize);
      frame.pts(done);
      done += frame.nb_samples();
      send(frame);
      av_frame_free(frame);
      answer.alive();
      bytes = samples.readNBytes(2 * frameSize);
    }
    send(null);
    FfmpegException.check(av_write_trailer(file.format()), "the file cannot be finished");
    FfmpegException.check(file.format().pb().error(), "the file grew too large");
    file.copyTo(answer);
  }

  private void send(AVFrame frame) throws FfmpegException {
    FfmpegException.check(
        avcodec_send_frame(coder.context(), frame), "the encoder does not take this signal");
    AVPacket packet = av_packet_alloc();
    while (avcodec_receive_packet(coder.context(), packet) >= 0) {
      packet.stream_index(0);
      av_packet_rescale_ts(packet, coder.context().time_base(), file.stream().time_base());
      FfmpegException.check(
          av_interleaved_write_frame(file.format(), packet), "a packet cannot be written");
    }
    av_packet_free(packet);
  }

  @Override
  public void close() {
    coder.close();
    file.close();
  }
}
