package org.palimpsest.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.ui.Bench;

@DisplayName("a track seen from afar")
final class TrackSummaryTest {
  private static final double PIECE = 64_000; // samples: four seconds

  private final TrackSource source = new TrackSource(Bench.voice(8, 120));

  /** A stroke of the pen. */
  private record Stroke(int argb, double x, double top, double height) {}

  private static final class Listing implements Pen {
    private final List<Stroke> fills = new ArrayList<>();
    private final List<Stroke> dots = new ArrayList<>();

    @Override
    public void fill(int argb, double x, double y, double width, double height) {
      fills.add(new Stroke(argb, x, y, height));
    }

    @Override
    public void dot(int argb, double x, double y, double radius) {
      dots.add(new Stroke(argb, x, y, 0));
    }

    @Override
    public void line(int argb, double thickness, double x1, double y1, double x2, double y2) {}

    @Override
    public void path(int argb, double thickness, double[] x, double[] y) {}

    @Override
    public void text(int argb, String words, double x, double y, Side side) {}
  }

  private static double[] cell(TrackTile tile, int c) {
    return IntStream.range(0, tile.grid().frames())
        .filter(i -> tile.grid().centre(i) >= c * PIECE / TrackSummary.CELLS)
        .filter(i -> tile.grid().centre(i) < (c + 1) * PIECE / TrackSummary.CELLS)
        .mapToDouble(tile::value)
        .toArray();
  }

  @Test
  @DisplayName("has of each quarter of a second the lowest, middle and highest of the same frames")
  void extremes() {
    TrackTile pitch = source.tile(TrackKind.PITCH, 0);
    TrackSummary far = source.summary(TrackKind.PITCH, 0);
    int voiced = 0;
    for (int c = 0; c < TrackSummary.CELLS; c++) {
      double[] heard = Arrays.stream(cell(pitch, c)).filter(v -> v > 0).sorted().toArray();
      if (heard.length == 0) {
        assertThat(far.middle(c)).isNaN();
      } else {
        voiced++;
        assertThat(far.low(c)).isEqualTo((float) heard[0]);
        assertThat(far.middle(c)).isEqualTo((float) heard[heard.length / 2]);
        assertThat(far.high(c)).isEqualTo((float) heard[heard.length - 1]);
      }
    }
    assertThat(voiced).isGreaterThan(3);
  }

  @Test
  @DisplayName("tells of activity the share of frames that are active")
  void share() {
    TrackTile activity = source.tile(TrackKind.ACTIVITY, 0);
    TrackSummary far = source.summary(TrackKind.ACTIVITY, 0);
    for (int c = 0; c < TrackSummary.CELLS; c++) {
      double share = Arrays.stream(cell(activity, c)).average().orElse(Double.NaN);
      assertThat((double) far.middle(c)).isCloseTo(share, within(1e-6));
    }
  }

  @Test
  @DisplayName("says in words what lies under the cursor, and nothing beyond the signal")
  void words() {
    double loud = 0.27 * 16_000 / 2.7;
    assertThat(source.summary(TrackKind.PITCH, 0).words(loud))
        .matches("pitch 1\\d\\d to 1\\d\\d Hz within 0.25 s");
    assertThat(source.summary(TrackKind.INTENSITY, 0).words(loud))
        .matches("intensity -\\d+ to -\\d+ dBFS within 0.25 s");
    assertThat(source.summary(TrackKind.ACTIVITY, 0).words(loud)).matches("active \\d+ %");
    assertThat(source.summary(TrackKind.INTENSITY, 7).words(7 * PIECE)).isEmpty();
    assertThat(source.summary(TrackKind.PITCH, 7).words(7 * PIECE)).isEqualTo("unvoiced");
  }

  @Test
  @DisplayName("is drawn in columns, from the lowest to the highest, with the mean of the middles")
  void columns() {
    Listing pen = new Listing();
    Plot row = new Plot(60, 10, 16, 50, 0, 8000); // two cells a column
    TrackSummary near = source.summary(TrackKind.PITCH, 0);
    new TrackOverview(pen, Ink.PRINT, row)
        .draw(TrackKind.PITCH, source.summaries(TrackKind.PITCH, new SampleRange(0, 128_000)));
    int c = 0;
    while (Float.isNaN(near.middle(c)) || Float.isNaN(near.middle(c + 1))) {
      c += 2;
    }
    double x = 60 + c / 2;
    double middle = (near.middle(c) + near.middle(c + 1)) / 2.0;
    double high = Math.max(near.high(c), near.high(c + 1));
    double low = Math.min(near.low(c), near.low(c + 1));
    assertThat(pen.dots)
        .anySatisfy(
            dot -> {
              assertThat(dot.x()).isEqualTo(x + 0.5);
              assertThat(dot.top()).isCloseTo(TrackPlot.yOfPitch(middle, row), within(1e-3));
            });
    assertThat(pen.fills)
        .anySatisfy(
            bar -> {
              assertThat(bar.x()).isEqualTo(x);
              assertThat(bar.top()).isCloseTo(TrackPlot.yOfPitch(high, row), within(1e-3));
              assertThat(bar.top() + bar.height())
                  .isCloseTo(Math.max(bar.top() + 1, TrackPlot.yOfPitch(low, row)), within(1e-3));
            });
    assertThat(pen.dots).allMatch(dot -> dot.x() > row.left() && dot.x() < row.right());
  }
}
