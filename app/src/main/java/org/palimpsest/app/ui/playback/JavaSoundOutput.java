package org.palimpsest.app.ui.playback;

import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The sound device of this computer. */
public final class JavaSoundOutput implements SoundOutput {
  @Override
  public Line open(int hertz) throws IOException {
    AudioFormat format = new AudioFormat(hertz, 16, 1, true, false);
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(format);
      line.open(format, hertz / 10 * 2);
      line.start();
      return new DeviceLine(line);
    } catch (IllegalArgumentException e) {
      throw new IOException("this computer has no sound device", e);
    } catch (LineUnavailableException e) {
      throw new IOException("the sound device is in use", e);
    }
  }

  private record DeviceLine(SourceDataLine line) implements Line {
    @Override
    public void write(byte[] pcm, int length) {
      line.write(pcm, 0, length);
    }

    @Override
    public void drain() {
      line.drain();
    }

    @Override
    public void close() {
      line.stop();
      line.close();
    }
  }
}
