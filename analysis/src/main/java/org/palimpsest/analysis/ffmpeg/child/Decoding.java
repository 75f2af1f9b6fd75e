package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.palimpsest.analysis.ffmpeg.Answer;
import org.palimpsest.analysis.ffmpeg.StreamFacts;

/** Decodes a file once, from its beginning to where it ends or breaks. */
final class Decoding {
  private final OpenedFile file;
  private final AnswerWriter answer;
  private final PacketTally tally = new PacketTally();
  private double[][] block = new double[0][0];
  private SampleReader reader;
  private int sampleFormat;
  private int hertz;
  private long decoded;

  Decoding(OpenedFile file, AnswerWriter answer) {
    this.file = file;
    this.answer = answer;
  }

  /**
   * @throws FfmpegException if not one sample can be decoded
   */
  StreamFacts run() throws IOException, FfmpegException {
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    try {
      int status = av_read_frame(file.format(), packet);
      while (status >= 0) {
        if (packet.stream_index() == file.stream().index()) {
          tally.packet(packet);
          decode(packet, frame);
        }
        av_packet_unref(packet);
        status = av_read_frame(file.format(), packet);
      }
      if (status != AVERROR_EOF) {
        tally.endedEarly(FfmpegException.words(status));
      }
      decode(null, frame);
    } finally {
      av_frame_free(frame);
      av_packet_free(packet);
    }
    if (decoded == 0) {
      throw new FfmpegException("damaged, no sample of it can be decoded");
    }
    return facts();
  }

  private void decode(AVPacket packet, AVFrame frame) throws IOException, FfmpegException {
    if (avcodec_send_packet(file.decoder(), packet) < 0 && packet != null) {
      tally.refused();
    }
    while (avcodec_receive_frame(file.decoder(), frame) >= 0) {
      take(frame);
    }
  }

  private void take(AVFrame frame) throws IOException, FfmpegException {
    int channels = frame.ch_layout().nb_channels();
    if (reader == null) {
      begin(frame, channels);
    }
    if (frame.sample_rate() != hertz
        || channels != block.length
        || frame.format() != sampleFormat) {
      tally.foreign();
      return;
    }
    for (int from = 0; from < frame.nb_samples(); from += Answer.MOST_FRAMES) {
      int count = Math.min(Answer.MOST_FRAMES, frame.nb_samples() - from);
      reader.read(frame, from, count, block);
      answer.frames(block, count);
      decoded += count;
    }
  }

  private void begin(AVFrame frame, int channels) throws IOException, FfmpegException {
    if (channels < 1 || channels > Answer.MOST_CHANNELS) {
      throw new FfmpegException(channels + " channels are not supported");
    }
    hertz = frame.sample_rate();
    sampleFormat = frame.format();
    reader = new SampleReader(sampleFormat);
    block = new double[channels][Answer.MOST_FRAMES];
    answer.format(hertz, channels);
  }

  private StreamFacts facts() {
    long declared = file.declaredFrames(hertz);
    List<String> remarks = new ArrayList<>(tally.remarks(declared, decoded, hertz / 20));
    int streams = file.audioStreams();
    if (streams > 1) {
      remarks.add(
          String.format(
              "holds %d audio streams; that at place %d is decoded",
              streams, file.stream().index() + 1));
    }
    return new StreamFacts(
        file.container(),
        avcodec_get_name(file.decoder().codec_id()).getString(),
        file.decoder().codec().name().getString(),
        Libraries.version(),
        Libraries.names(),
        declared,
        Math.max(tally.skippedAtStart(), file.paddingOfHeader()),
        tally.skippedAtEnd(),
        remarks);
  }
}
