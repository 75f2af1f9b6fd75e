package org.palimpsest.app.ui;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Takes pictures of the window and of what lies over it, each once all is drawn. */
final class WindowPicture {
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final int CALM_FRAMES = 15;

  private final WorkbenchStage stage;
  private final Deque<Shot> left;
  private final PrintStream err;
  private final IntConsumer closed;

  WindowPicture(WorkbenchStage stage, List<Shot> shots, PrintStream err, IntConsumer closed) {
    this.stage = stage;
    this.left = new ArrayDeque<>(shots);
    this.err = err;
    this.closed = closed;
  }

  void take() {
    new Waiting().start();
  }

  private final class Waiting extends AnimationTimer {
    private long begun;
    private int calm;
    private int toldBefore;

    @Override
    public void handle(long now) {
      try {
        look(now);
      } catch (RuntimeException e) { // or it would be thrown again at every frame
        finish(Optional.of(e.toString()));
      }
    }

    private void look(long now) {
      Shot shot = left.element();
      if (begun == 0) {
        begun = now;
        shot.before().run();
        toldBefore = told();
      }
      if (now - begun > PATIENCE_NANOS) {
        finish(Optional.of("nothing was drawn in time for " + shot.file().getFileName()));
      } else if (told() > toldBefore) {
        finish(Optional.of(stage.tasks().errors().notes().get(0).words()));
      } else {
        calm = shot.ready().getAsBoolean() ? calm + 1 : 0;
        if (calm >= CALM_FRAMES) {
          taken(shot);
        }
      }
    }

    private int told() {
      return stage.tasks().errors().notes().size();
    }

    private void taken(Shot shot) {
      Optional<String> problem = write(shot.file());
      left.remove();
      begun = 0;
      calm = 0;
      if (problem.isPresent() || left.isEmpty()) {
        finish(problem);
      }
    }

    private void finish(Optional<String> problem) {
      stop();
      problem.ifPresent(words -> err.println("palimpsest: no picture of the window: " + words));
      stage.close(done -> closed.accept(problem.isPresent() ? 2 : 0));
    }
  }

  private Optional<String> write(Path pngFile) {
    try {
      Files.createDirectories(pngFile.toAbsolutePath().getParent());
      return ImageIO.write(seen(), "png", pngFile.toFile())
          ? Optional.empty()
          : Optional.of("no PNG writer in this Java");
    } catch (IOException e) {
      return Optional.of(pngFile + " cannot be written: " + e.getMessage());
    }
  }

  /** The window and, over it, its dialogs and menus, in the pixels of the screen. */
  private BufferedImage seen() {
    Scene scene = stage.scene();
    double fine = scene.getWindow().getOutputScaleX();
    BufferedImage all =
        new BufferedImage(
            (int) Math.round(scene.getWidth() * fine),
            (int) Math.round(scene.getHeight() * fine),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = all.createGraphics();
    for (Window window : Window.getWindows()) {
      Parent root = window.getScene().getRoot();
      Bounds place = root.getBoundsInParent();
      double left = origin(window.getX(), window.getScene().getX()) + place.getMinX();
      double top = origin(window.getY(), window.getScene().getY()) + place.getMinY();
      double x = left - origin(scene.getWindow().getX(), scene.getX());
      double y = top - origin(scene.getWindow().getY(), scene.getY());
      g.drawImage(
          picture(root, fine), (int) Math.round(x * fine), (int) Math.round(y * fine), null);
    }
    g.dispose();
    return all;
  }

  /** Without a screen, windows have no place. */
  private static double origin(double window, double scene) {
    return Double.isNaN(window) ? 0 : window + scene;
  }

  private static BufferedImage picture(Parent root, double fine) {
    SnapshotParameters wanted = new SnapshotParameters();
    wanted.setTransform(new Scale(fine, fine));
    wanted.setFill(Color.TRANSPARENT);
    WritableImage image = root.snapshot(wanted, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      copy.setRGB(0, y, width, 1, row, 0, width);
    }
    return copy;
  }
}
