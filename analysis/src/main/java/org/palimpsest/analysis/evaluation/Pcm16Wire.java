package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;

/** A 16-bit PCM file: what was on the grid arrives untouched. */
public record Pcm16Wire() implements Wire {
  @Override
  public String id() {
    return "pcm16";
  }

  @Override
  public String words() {
    return "a file of 16 bits";
  }

  @Override
  public AudioClip carry(AudioClip sent) {
    return Pcm16.round(sent);
  }
}
