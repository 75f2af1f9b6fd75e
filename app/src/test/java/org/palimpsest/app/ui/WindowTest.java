package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.ui.TestWindow.until;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.ImportRecording;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.ui.exhibits.ImportView;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.state.Look;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class WindowTest {
  @TempDir Path folder;
  private TestWindow test;
  private Bench bench;
  private WorkbenchStage window;

  @Start
  void start(Stage stage) {
    test = new TestWindow(folder);
    bench = test.bench();
    test.open(stage);
    window = test.stage();
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    test.end(robot);
  }

  private static void fire(FxRobot robot, String button) {
    robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
  }

  private CaseSession session() {
    return test.session();
  }

  private void newCase(FxRobot robot) throws Exception {
    robot.clickOn("#new-case");
    fire(robot, "#form-accept");
    assertThat(robot.lookup("#form-problem").queryAs(Label.class).getText()).contains("title");
    type(robot, "#case-title", "Harbour call");
    type(robot, "#case-authority", "Court order 12/26");
    type(robot, "#case-purpose", "Whose voice?");
    type(robot, "#case-examiner", "A. Rossi");
    type(robot, "#case-zone", "Europe/Rome");
    type(robot, "#case-folder", folder.toString());
    fire(robot, "#form-accept");
    until(() -> test.entries(1));
  }

  private void importProtected(FxRobot robot) throws Exception {
    Path file = bench.protectedVoice(2.5);
    robot.interact(() -> new ImportView(session(), List.of(file)).show(window.scene().getWindow()));
    type(robot, "#import-label", "Call");
    fire(robot, "#form-accept");
    until(() -> test.entries(2));
  }

  @Test
  void doesTheWholeJob(FxRobot robot) throws Exception {
    newCase(robot);
    importProtected(robot);
    type(robot, "#parameter-iterations", "3");
    fire(robot, "#restore-start");
    until(() -> test.entries(3));
    assertThat(session().now().view().restoration("R1").orElseThrow().completed()).isTrue();
    TableView<?> ledger = robot.lookup("#ledger").queryTableView();
    assertThat(ledger.getItems()).hasSize(3);
    robot.interact(() -> ledger.getSelectionModel().select(0));
    assertThat(robot.lookup("#entry-json").queryAs(TextArea.class).getText())
        .contains("\"kind\": \"restoration\"");
    fire(robot, "#open-lanes");
    until(() -> window.view().screen().orElseThrow().lanes().drawn());
    robot.interact(() -> robot.lookup("#difference").queryAs(ToggleButton.class).fire());
    until(() -> window.view().screen().orElseThrow().lanes().drawn());
    useTheLanes(robot);
    robot.interact(() -> session().importRecording(known()));
    until(() -> test.entries(4));
    robot.interact(() -> session().selectedProperty().set(Optional.of("R1")));
    fire(robot, "#compare-start");
    until(() -> test.entries(5));
    fire(robot, "#verify-button");
    until(
        () ->
            robot.lookup("#verification").queryAs(Label.class).getText().startsWith("verified at"));
    assertThat(window.tasks().errors().notes()).isEmpty();
  }

  private ImportRecording.Request known() {
    try {
      return bench.request(bench.wav("k.wav", Bench.voice(2.5, 150)), ExhibitRole.KNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void useTheLanes(FxRobot robot) throws Exception {
    robot.moveTo(robot.lookup(".lane-view").nth(0).<Node>query());
    Label readOut = robot.lookup("#read-out").queryAs(Label.class);
    until(() -> readOut.getText().contains(" Hz "));
    assertThat(readOut.getText()).contains(" s ", "sample", "dBFS");
    robot.scroll(3, VerticalDirection.UP);
    robot.interact(() -> window.scene().getWindow().requestFocus());
    robot.clickOn("#lane-stack");
    robot.type(KeyCode.PLUS, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.MINUS, KeyCode.END, KeyCode.HOME);
    assertThat(readOut.getText()).startsWith("0.0000 s");
    robot.drag("#lane-stack", MouseButton.PRIMARY).moveBy(60, 0).drop();
    robot.type(KeyCode.ENTER, KeyCode.ESCAPE);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    fire(robot, "#zoom-in");
    fire(robot, "#fit");
    choosePreset(robot);
    showTracks(robot);
    exportFigures(robot);
    until(() -> window.view().screen().orElseThrow().lanes().drawn());
    assertThat(colours(robot)).hasSizeGreaterThan(200);
  }

  private void choosePreset(FxRobot robot) throws Exception {
    fire(robot, "#spectrogram-settings");
    until(() -> robot.lookup("#spectrogram-preset").tryQuery().isPresent());
    ComboBox<?> presets = robot.lookup("#spectrogram-preset").queryComboBox();
    robot.interact(() -> presets.getSelectionModel().select(3));
    assertThat(robot.lookup("#spectrogram-scale").queryComboBox().getValue())
        .isEqualTo(FrequencyScale.MEL);
    robot.interact(() -> presets.getSelectionModel().select(0));
    ComboBox<?> length = robot.lookup("#spectrogram-length").queryComboBox();
    robot.interact(() -> length.getSelectionModel().select(6));
    type(robot, "#preset-name", "Mine");
    fire(robot, "#preset-keep");
    Path kept = folder.resolve("config").resolve("spectrogram-presets.json");
    until(() -> Files.exists(kept));
    assertThat(Files.readString(kept)).contains("\"Mine\"", "0.04");
    assertThat(presets.getItems()).hasSize(7);
    fire(robot, "#preset-forget");
    assertThat(presets.getItems()).hasSize(6);
    type(robot, "#preset-name", "Standard, 25 ms");
    fire(robot, "#preset-keep");
    assertThat(presets.getItems()).hasSize(6);
    robot.type(KeyCode.ESCAPE);
  }

  private void showTracks(FxRobot robot) throws Exception {
    robot.interact(() -> robot.lookup("#lane-stack").query().requestFocus());
    robot.type(KeyCode.P, KeyCode.F, KeyCode.I, KeyCode.A, KeyCode.E, KeyCode.A);
    Label measured = robot.lookup("#measured").queryAs(Label.class);
    until(() -> window.view().screen().orElseThrow().lanes().drawn());
    robot.type(KeyCode.HOME);
    for (int step = 0; step < 120 && !measured.getText().contains("pitch"); step++) {
      robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    }
    assertThat(measured.getText()).contains("pitch", " Hz", "intensity", " dBFS", "Q1");
    robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.P, KeyCode.I, KeyCode.F);
    until(() -> !measured.getText().contains("pitch"));
  }

  private void exportFigures(FxRobot robot) throws Exception {
    for (String name : new String[] {"figure.pdf", "figure.png"}) {
      Path out = folder.resolve(name);
      robot.interact(() -> window.view().screen().orElseThrow().lanes().exportFigure(out));
      until(() -> window.tasks().running().isEmpty());
      assertThat(out).isNotEmptyFile();
    }
    fire(robot, "#ltas-button");
    until(() -> !robot.lookup("#ltas-export").queryAs(Button.class).isDisabled());
    assertThat(robot.lookup("#ltas").query().getAccessibleText()).contains("1000 Hz", "dB", "R1");
    robot.interact(() -> robot.lookup("#ltas").query().getScene().getWindow().hide());
    robot.interact(() -> window.scene().getWindow().requestFocus());
  }

  private Set<Integer> colours(FxRobot robot) {
    Set<Integer> colours = new HashSet<>();
    robot.interact(
        () -> {
          WritableImage image = robot.lookup("#lane-stack").query().snapshot(null, null);
          for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 80; x < image.getWidth(); x += 3) {
              colours.add(image.getPixelReader().getArgb(x, y));
            }
          }
        });
    return colours;
  }

  @Test
  void cancellingLeavesAnEntry(FxRobot robot) throws Exception {
    newCase(robot);
    importProtected(robot);
    type(robot, "#parameter-iterations", "1000");
    type(robot, "#parameter-settledLsb", "0.0000001");
    fire(robot, "#restore-start");
    until(() -> robot.lookup("#cancel-task").tryQuery().isPresent());
    fire(robot, "#cancel-task");
    until(() -> test.entries(3));
    assertThat(session().now().entries().get(2).body().string("outcome")).isEqualTo("cancelled");
  }

  @Test
  void errorsAreShownInPlainWords(FxRobot robot) throws Exception {
    newCase(robot);
    importProtected(robot);
    type(robot, "#parameter-startNoise", "fast");
    fire(robot, "#restore-start");
    until(() -> !window.tasks().errors().notes().isEmpty());
    assertThat(robot.lookup("#error-words").queryAs(Label.class).getText())
        .contains("startNoise is a number");
    MenuBar menus = robot.lookup(".menu-bar").queryAs(MenuBar.class);
    robot.interact(() -> menus.getMenus().get(4).getItems().get(1).fire());
    assertThat(window.scene().getRoot().getStyleClass()).contains("light");
    type(robot, "#search", "nothing of that name");
    robot.interact(
        () ->
            robot.lookup("Details").queryAll().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(Button::fire));
  }

  @Test
  void aCaseOfSomeoneElseIsReadOnly(FxRobot robot) throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Bench other = new Bench(elsewhere);
    CaseSession theirs = other.newCase();
    theirs.close();
    robot.interact(() -> window.openCase(other.caseFolder()));
    until(() -> window.view().screen().isPresent());
    assertThat(robot.lookup("#read-only").tryQuery()).isPresent();
    assertThat(robot.lookup("#import-button").queryAs(Button.class).isDisabled()).isTrue();
  }

  @Test
  void writesAPictureOfItself(FxRobot robot) throws Exception {
    CaseSession made = bench.newCase();
    made.importRecording(bench.request(bench.protectedVoice(2.5), ExhibitRole.QUESTIONED));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path png = folder.resolve("window.png");
    made.close();
    assertThat(WorkbenchWindow.picture(bench.workbench(), bench.caseFolder(), Look.DARK, png, err))
        .isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no completed restoration");
    CaseSession again =
        new CaseSession(
            bench.workbench(),
            bench.workbench().openCase().forWriting(bench.caseFolder(), Passwords.NONE),
            bench.directTasks(),
            Optional.empty());
    again
        .steps()
        .restore(
            new RestoreSpeech.Request(
                "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty()));
    again.close();
    assertThat(WorkbenchWindow.picture(bench.workbench(), bench.caseFolder(), Look.DARK, png, err))
        .isZero();
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isGreaterThan(800);
    Path screens = folder.resolve("screens");
    assertThat(
            WorkbenchWindow.everyScreen(
                bench.workbench(), bench.caseFolder(), List.of(Look.LIGHT), 100, screens, err))
        .as(said.toString(StandardCharsets.UTF_8))
        .isZero();
    try (Stream<Path> files = Files.list(screens)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSizeGreaterThan(14)
          .contains("light-100-01-start.png", "light-100-06-tracks.png")
          .allMatch(name -> name.startsWith("light-100-"));
    }
  }
}
