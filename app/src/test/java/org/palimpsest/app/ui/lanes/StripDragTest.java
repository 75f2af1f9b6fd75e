package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.annotation.Marked;

@DisplayName("a drag on the annotation strip")
final class StripDragTest {
  private static final Annotation REGION = Marked.one(new Mark.Region(100, 200), "t", "l");

  private static Mark drag(StripDrag begun, double to) {
    return begun.to(to, 1000).mark();
  }

  @Test
  @DisplayName("makes a region in either direction, within the signal")
  void makes() {
    assertThat(drag(StripDrag.anew(50), 80)).isEqualTo(new Mark.Region(50, 80));
    assertThat(drag(StripDrag.anew(50), -80)).isEqualTo(new Mark.Region(0, 50));
    assertThat(drag(StripDrag.anew(50), 5000)).isEqualTo(new Mark.Region(50, 1000));
  }

  @Test
  @DisplayName("moves a whole one as far as the signal goes")
  void moves() {
    assertThat(drag(StripDrag.of(REGION, 150, false, false), 160))
        .isEqualTo(new Mark.Region(110, 210));
    assertThat(drag(StripDrag.of(REGION, 150, false, false), 0)).isEqualTo(new Mark.Region(0, 100));
    assertThat(drag(StripDrag.of(REGION, 150, false, false), 1000))
        .isEqualTo(new Mark.Region(900, 1000));
    Annotation point = Marked.one(new Mark.Point(7), "t", "l");
    assertThat(drag(StripDrag.of(point, 7, true, true), 1000)).isEqualTo(new Mark.Point(999));
  }

  @Test
  @DisplayName("moves an end, never past the other, and keeps frequencies")
  void ends() {
    assertThat(drag(StripDrag.of(REGION, 100, true, false), 150))
        .isEqualTo(new Mark.Region(150, 200));
    assertThat(drag(StripDrag.of(REGION, 100, true, false), 900))
        .isEqualTo(new Mark.Region(199, 200));
    assertThat(drag(StripDrag.of(REGION, 200, false, true), 5))
        .isEqualTo(new Mark.Region(100, 101));
    Annotation box = Marked.one(new Mark.Box(100, 200, new Band(5, 6)), "t", "l");
    assertThat(drag(StripDrag.of(box, 200, false, true), 300))
        .isEqualTo(new Mark.Box(100, 300, new Band(5, 6)));
  }
}
