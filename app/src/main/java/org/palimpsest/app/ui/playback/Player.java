package org.palimpsest.app.ui.playback;

import java.io.IOException;
import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.signal.SlowSpeech;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.Work;

/**
 * Plays one of several clips of one length. Which one, how loud and how fast may change at any
 * time: at the same sample and without a step. Where a loop returns, its beginning fades in over
 * what follows its end in the recording; only what is heard is mixed so, no sample is changed.
 */
final class Player implements Work<Integer> {
  private static final int PIECE = 320;
  private static final int FADE = 80;

  private final SoundOutput output;
  private final List<AudioClip> clips;
  private final SampleRange range;
  private volatile Listening wanted;
  private Listening heard;
  private int at;
  private boolean returned;
  private float last;

  /**
   * @param start first sample to be heard, within {@code range}
   */
  Player(
      SoundOutput output, List<AudioClip> clips, SampleRange range, int start, Listening wanted) {
    this.output = output;
    this.clips = List.copyOf(clips);
    this.range = range;
    this.at = start;
    this.wanted = wanted;
    this.heard = wanted;
  }

  void use(Listening next) {
    wanted = next;
  }

  /** Returns the sample where it stopped. */
  @Override
  public Integer run(BackgroundTask task) throws IOException {
    try (SoundOutput.Line line = output.open(clips.get(0).rate().hertz())) {
      while (!task.requested() && wraps(line)) {
        if (wanted.tempo() < 1) {
          playSlowly(line, task, wanted.tempo());
        } else {
          playPiece(line, task);
        }
      }
    }
    return at;
  }

  /** Whether there is more to be heard. */
  private boolean wraps(SoundOutput.Line line) {
    if (at < range.end()) {
      return true;
    }
    if (!wanted.loop()) {
      line.drain();
      return false;
    }
    at = range.start();
    returned = true;
    return true;
  }

  private void playPiece(SoundOutput.Line line, BackgroundTask task) {
    int length = Math.min(PIECE, range.end() - at);
    float[] piece = mixed(at, length, wanted);
    if (returned) {
      fadeInOverTheEnd(piece);
    }
    write(line, piece, length);
    at += length;
    tell(task);
  }

  private void fadeInOverTheEnd(float[] piece) {
    AudioClip clip = clips.get(heard.source());
    int fade = Math.min(FADE, piece.length);
    for (int i = 0; i < fade; i++) {
      float after = clip.at(Math.min(clip.length() - 1, range.end() + i));
      double share = (double) i / fade;
      piece[i] = (float) (share * piece[i] + (1 - share) * heard.gain() * after);
    }
    returned = false;
  }

  /** Plays at one tempo until it is changed or the end is reached; begins and ends softly. */
  private void playSlowly(SoundOutput.Line line, BackgroundTask task, double tempo) {
    SlowSpeech slow = new SlowSpeech(tempo, clips.get(0).rate());
    hush(line);
    returned = false; // silence lies between
    while (!task.requested() && at < range.end() && wanted.tempo() == tempo) {
      float[] piece = slow.next(mixed(at, slow.piece(), wanted));
      write(line, piece, piece.length);
      at = Math.min(range.end(), at + slow.step());
      tell(task);
    }
    hush(line);
  }

  /** Fades out from what was heard last; what follows fades in. */
  private void hush(SoundOutput.Line line) {
    if (last != 0) {
      float[] fade = new float[FADE];
      for (int i = 0; i < FADE; i++) {
        fade[i] = last * (1 - (i + 1) / (float) FADE);
      }
      write(line, fade, FADE);
    }
    heard = new Listening(heard.source(), 0, heard.tempo(), heard.loop());
  }

  /** Samples as they are to be heard now; what lies beyond the end is silence. */
  private float[] mixed(int from, int length, Listening next) {
    float[] piece = new float[length];
    int end = Math.min(length, range.end() - from);
    boolean same = next.source() == heard.source() && next.gain() == heard.gain();
    for (int i = 0; i < end; i++) {
      double share = same ? 1 : Math.min(1, (double) i / FADE);
      piece[i] =
          (float)
              (share * next.gain() * clips.get(next.source()).at(from + i)
                  + (1 - share) * heard.gain() * clips.get(heard.source()).at(from + i));
    }
    heard = next;
    return piece;
  }

  private void write(SoundOutput.Line line, float[] samples, int length) {
    byte[] pcm = new byte[2 * length];
    for (int i = 0; i < length; i++) {
      long code = Math.round(Math.max(-1, Math.min(1, (double) samples[i])) * 32767);
      pcm[2 * i] = (byte) code;
      pcm[2 * i + 1] = (byte) (code >> 8);
    }
    last = samples[length - 1];
    line.write(pcm, pcm.length);
  }

  private void tell(BackgroundTask task) {
    task.at("playing", (double) at / clips.get(0).length());
  }
}
