package org.palimpsest.app.ui.lanes;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;

/** A scroll bar that moves the time axis and follows it. */
final class TimeScroll {
  private final TimeAxis axis;
  private final ScrollBar bar = new ScrollBar();
  private boolean following;

  TimeScroll(TimeAxis axis) {
    this.axis = axis;
    bar.setOrientation(Orientation.HORIZONTAL);
    bar.setAccessibleText("Time");
    axis.spanProperty().addListener((property, before, now) -> follow(now));
    bar.valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!following) {
                axis.scrollTo(now.doubleValue());
              }
            });
    follow(axis.span());
  }

  Node node() {
    return bar;
  }

  private void follow(TimeAxis.Span span) {
    following = true;
    double seen = span.width() * span.scale();
    double most = Math.max(0, axis.length() - seen);
    bar.setMax(most);
    bar.setVisibleAmount(most == 0 ? 1 : seen / axis.length() * most);
    bar.setUnitIncrement(seen / 10);
    bar.setBlockIncrement(seen);
    bar.setValue(span.start());
    bar.setDisable(most == 0);
    following = false;
  }
}
