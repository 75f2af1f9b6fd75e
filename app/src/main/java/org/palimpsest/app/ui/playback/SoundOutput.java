package org.palimpsest.app.ui.playback;

import java.io.IOException;

/** Where sound goes. */
public interface SoundOutput {
  /**
   * Opens a mono line of signed 16-bit little-endian samples.
   *
   * @throws IOException if there is none; the message says why
   */
  Line open(int hertz) throws IOException;

  /** An open line. */
  interface Line extends AutoCloseable {
    /** Waits until there is room. */
    void write(byte[] pcm, int length);

    /** Waits until all was heard. */
    void drain();

    @Override
    void close();
  }
}
