package org.palimpsest.app.ui.playback;

import java.io.IOException;
import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.Work;

/** Plays one of several clips of one length; which one can change at any sample. */
final class Player implements Work<Integer> {
  private static final int PIECE = 320;
  private static final int FADE = 80;

  private final SoundOutput output;
  private final List<AudioClip> clips;
  private final SampleRange range;
  private final int start;
  private volatile boolean loop;
  private volatile int source;

  /**
   * @param start first sample to be heard, within {@code range}
   */
  Player(
      SoundOutput output,
      List<AudioClip> clips,
      int source,
      SampleRange range,
      int start,
      boolean loop) {
    this.output = output;
    this.clips = List.copyOf(clips);
    this.source = source;
    this.range = range;
    this.start = start;
    this.loop = loop;
  }

  void useSource(int index) {
    source = index;
  }

  void useLoop(boolean on) {
    loop = on;
  }

  /** Returns the sample where it stopped. */
  @Override
  public Integer run(BackgroundTask task) throws IOException {
    int at = start;
    int heard = source;
    byte[] pcm = new byte[2 * PIECE];
    try (SoundOutput.Line line = output.open(clips.get(0).rate().hertz())) {
      while (!task.requested()) {
        if (at >= range.end()) {
          if (!loop) {
            line.drain();
            break;
          }
          at = range.start();
        }
        int length = Math.min(PIECE, range.end() - at);
        int next = source;
        for (int i = 0; i < length; i++) {
          double share = next == heard ? 1 : Math.min(1, (double) i / FADE);
          double value =
              share * clips.get(next).at(at + i) + (1 - share) * clips.get(heard).at(at + i);
          long code = Math.round(Math.max(-1, Math.min(1, value)) * 32767);
          pcm[2 * i] = (byte) code;
          pcm[2 * i + 1] = (byte) (code >> 8);
        }
        heard = next;
        line.write(pcm, 2 * length);
        at += length;
        task.at("playing", (double) at / clips.get(0).length());
      }
    }
    return at;
  }
}
