package org.palimpsest.analysis.ffmpeg;

/** What stands before each part of a child's answer. Both sides of the pipe know this class. */
public final class Answer {
  /** Rate in hertz and number of channels follow, as ints. */
  public static final int FORMAT = 'F';

  /** A count follows, as an int, and that many doubles of each channel. */
  public static final int FRAMES = 'S';

  /** A count follows, as an int, and that many bytes of a coded file. */
  public static final int BYTES = 'B';

  /** The {@link StreamFacts} follow, as JSON. Nothing comes after them. */
  public static final int FACTS = 'E';

  /** A line says why not. Nothing comes after it. */
  public static final int REFUSAL = 'X';

  /** Most frames in one part. */
  public static final int MOST_FRAMES = 1 << 16;

  /** Most bytes in one part. */
  public static final int MOST_BYTES = 1 << 16;

  /** Most channels of a file. */
  public static final int MOST_CHANNELS = 64;

  private Answer() {}
}
