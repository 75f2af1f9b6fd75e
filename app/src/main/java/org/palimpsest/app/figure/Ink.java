package org.palimpsest.app.figure;

/**
 * Colours, 0xAARRGGBB.
 *
 * @param ring around dots, so that they are seen on every ground
 */
public record Ink(
    int ground,
    int rule,
    int mark,
    int words,
    int wave,
    int pitch,
    int formants,
    int ring,
    int intensity,
    int activity,
    int ambiguous,
    int unsettled) {
  /** On the dark lanes of the window, in every theme. */
  public static final Ink SCREEN =
      new Ink(
          0xff0e1116,
          0xff2c333d,
          0xff6b7685,
          0xffb4bdc9,
          0xff8fb8d8,
          0xff7fb8ff,
          0xff5ff0e0,
          0xe0000000,
          0xffe8bd6a,
          0xff7fcf9a,
          0xfff0a63a,
          0xffe0607e);

  /** On white paper. */
  public static final Ink PRINT =
      new Ink(
          0xffffffff,
          0xffd0d0d0,
          0xff808080,
          0xff1a1a1a,
          0xff27506e,
          0xff1546a0,
          0xffc8102e,
          0xe0ffffff,
          0xff8a5a00,
          0xff1d6b3a,
          0xffb86e00,
          0xffa3261b);
}
