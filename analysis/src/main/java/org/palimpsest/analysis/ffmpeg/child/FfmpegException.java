package org.palimpsest.analysis.ffmpeg.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** Why FFmpeg does not do it, in a line that goes behind the name of a file. */
final class FfmpegException extends Exception {
  private static final long serialVersionUID = 1L;

  FfmpegException(String line) {
    super(line);
  }

  /** {@code status} itself, or an exception where it is an error. */
  static int check(int status, String line) throws FfmpegException {
    if (status < 0) {
      throw new FfmpegException(line + " (" + words(status) + ")");
    }
    return status;
  }

  /** FFmpeg's own words for an error. */
  static String words(int error) {
    byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
    av_strerror(error, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
