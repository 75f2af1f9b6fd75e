package org.palimpsest.app.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.palimpsest.app.casework.StepView;

/** Opens a case in the window, waits until all is drawn, and writes what is seen. */
final class WindowPicture {
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final int CALM_FRAMES = 30;

  private final WorkbenchStage stage;
  private final Path pngFile;
  private final PrintStream err;
  private final IntConsumer closed;

  WindowPicture(WorkbenchStage stage, Path pngFile, PrintStream err, IntConsumer closed) {
    this.stage = stage;
    this.pngFile = pngFile;
    this.err = err;
    this.closed = closed;
  }

  void take(Path caseFolder) {
    stage.openCase(caseFolder);
    new Waiting().start();
  }

  private final class Waiting extends AnimationTimer {
    private long begun;
    private int calm;
    private boolean opened;

    @Override
    public void handle(long now) {
      begun = begun == 0 ? now : begun;
      Optional<CaseScreen> screen = stage.view().screen();
      if (now - begun > PATIENCE_NANOS) {
        finish("nothing was drawn in time");
      } else if (!stage.tasks().errors().notes().isEmpty()) {
        finish(stage.tasks().errors().notes().get(0).words());
      } else if (screen.isPresent() && !opened) {
        opened = true;
        openFirst(screen.get());
      } else if (opened) {
        calm = screen.isPresent() && screen.get().lanes().drawn() ? calm + 1 : 0;
        if (calm == CALM_FRAMES) {
          finish(null);
        }
      }
    }

    private void openFirst(CaseScreen screen) {
      screen.session().now().view().restorations().stream()
          .filter(StepView::completed)
          .map(StepView::id)
          .findFirst()
          .ifPresentOrElse(
              id -> {
                screen.session().selectedProperty().set(Optional.of(id));
                screen.lanes().open(id);
              },
              () -> finish("the case has no completed restoration"));
    }

    private void finish(String problem) {
      stop();
      int status = problem == null ? write() : fail(problem);
      stage.close(done -> closed.accept(status));
    }
  }

  private int write() {
    WritableImage image = stage.scene().snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      return ImageIO.write(copy, "png", pngFile.toFile()) ? 0 : fail("no PNG writer in this Java");
    } catch (IOException e) {
      return fail(pngFile + " cannot be written: " + e.getMessage());
    }
  }

  private int fail(String problem) {
    err.println("palimpsest: no picture of the window: " + problem);
    return 2;
  }
}
