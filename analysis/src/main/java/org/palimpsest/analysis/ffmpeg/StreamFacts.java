package org.palimpsest.analysis.ffmpeg;

import java.util.List;
import java.util.OptionalLong;

/**
 * What FFmpeg found in a file.
 *
 * @param container FFmpeg's name of it, such as {@code "mov,mp4,m4a,3gp,3g2,mj2"}
 * @param codec FFmpeg's name of the coding, such as {@code "mp3"}
 * @param decoder FFmpeg's name of what decoded it, such as {@code "mp3float"}
 * @param version of FFmpeg
 * @param libraries name and version of each library that took part
 * @param declaredFrames samples of each channel that the file itself promises, padding left out;
 *     negative where it promises nothing
 * @param skippedAtStart samples of each channel that the coder put before the sound, as the file
 *     says; they were decoded and left out
 * @param skippedAtEnd the same, behind the sound
 * @param remarks what an examiner must know of this file, in sentences without a full stop
 */
public record StreamFacts(
    String container,
    String codec,
    String decoder,
    String version,
    String libraries,
    long declaredFrames,
    long skippedAtStart,
    long skippedAtEnd,
    List<String> remarks) {
  public StreamFacts {
    remarks = List.copyOf(remarks);
  }

  public OptionalLong declared() {
    return declaredFrames < 0 ? OptionalLong.empty() : OptionalLong.of(declaredFrames);
  }
}
