package org.palimpsest.analysis.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Companding by ITU-T G.711. */
public final class G711 {
  private static final int CODES = 256;

  private G711() {}

  /** The value of µ-law that is nearest to {@code sample}, on the 16-bit grid. */
  public static short muLaw(short sample) {
    int[] values = Values.MU_LAW;
    int place = Arrays.binarySearch(values, sample);
    if (place >= 0) {
      return (short) values[place];
    }
    int above = Math.min(values.length - 1, -place - 1);
    int below = Math.max(0, -place - 2);
    boolean lower = sample - values[below] <= values[above] - sample;
    return (short) values[sample <= values[0] || lower ? below : above];
  }

  /** All that µ-law can say, ascending. */
  private static final class Values {
    static final int[] MU_LAW = all();

    private Values() {}

    private static int[] all() {
      int[] values = new int[CODES];
      for (int code = 0; code < CODES; code++) {
        ByteBuffer one = ByteBuffer.wrap(new byte[] {(byte) code});
        values[code] = (int) Math.rint(SampleCoding.MU_LAW.next(one) * 32768);
      }
      Arrays.sort(values);
      return values;
    }
  }
}
