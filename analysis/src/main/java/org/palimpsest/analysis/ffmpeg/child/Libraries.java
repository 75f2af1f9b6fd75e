package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_version;
import static org.bytedeco.ffmpeg.global.avformat.avformat_version;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_force_cpu_flags;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;
import static org.bytedeco.ffmpeg.global.avutil.avutil_version;

/** The libraries that are loaded, and how they are set for all of this process. */
final class Libraries {
  private static final long LARGEST_ALLOCATION = 256L << 20;

  private Libraries() {}

  static void load() {
    av_log_set_level(AV_LOG_QUIET);
    av_max_alloc(LARGEST_ALLOCATION);
    // plain C only: the samples must not depend on what the processor can do besides
    av_force_cpu_flags(0);
  }

  static String version() {
    return av_version_info().getString();
  }

  static String names() {
    return String.join(
        ", ",
        name("libavformat", avformat_version()),
        name("libavcodec", avcodec_version()),
        name("libavutil", avutil_version()));
  }

  private static String name(String library, int version) {
    return String.format(
        "%s %d.%d.%d", library, version >> 16, (version >> 8) & 255, version & 255);
  }
}
