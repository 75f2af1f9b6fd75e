package org.palimpsest.app.picture;

import java.util.Locale;

/**
 * From 0 to 1 to a colour. Viridis, cividis and magma: CC0, Smith, van der Walt and Nuñez (after
 * matplotlib), by interpolation between eleven of their colours; their lightness rises evenly, so
 * that they also read in print and for the colour-blind.
 */
public enum ColourMap {
  MAGMA(
      0x000004, 0x140e36, 0x3b0f70, 0x641a80, 0x8c2981, 0xb73779, 0xde4968, 0xf7705c, 0xfe9f6d,
      0xfecf92, 0xfcfdbf),
  VIRIDIS(
      0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
      0xbddf26, 0xfde725),
  CIVIDIS(
      0x00224e, 0x083370, 0x35456c, 0x4f576c, 0x666970, 0x7d7c78, 0x948e77, 0xaea371, 0xc8b866,
      0xe5cf52, 0xfee838),
  GREY(0x000000, 0xffffff),
  INVERSE_GREY(0xffffff, 0x000000);

  private static final int STEPS = 5000;

  @SuppressWarnings("ImmutableEnumChecker") // private, never handed out, never written
  private final int[] colours = new int[STEPS + 1];

  ColourMap(int... stops) {
    for (int i = 0; i <= STEPS; i++) {
      double at = (double) i / STEPS * (stops.length - 1);
      int left = Math.min((int) at, stops.length - 2);
      colours[i] = between(stops[left], stops[left + 1], at - left);
    }
  }

  /** In words. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The colour of {@code value}, held within [0, 1], as 0xAARRGGBB, in 5,000 steps. */
  public int argb(double value) {
    return colours[(int) (Math.max(0, Math.min(1, value)) * STEPS + 0.5)];
  }

  private static int between(int left, int right, double share) {
    return 0xff000000
        | mix(left, right, share, 16) << 16
        | mix(left, right, share, 8) << 8
        | mix(left, right, share, 0);
  }

  private static int mix(int a, int b, double share, int shift) {
    int left = (a >> shift) & 0xff;
    int right = (b >> shift) & 0xff;
    return (int) Math.round(left + share * (right - left));
  }
}
