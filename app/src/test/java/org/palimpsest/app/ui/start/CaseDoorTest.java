package org.palimpsest.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.ui.Bench;
import org.palimpsest.app.ui.session.CaseSession;

final class CaseDoorTest {
  @TempDir Path folder;
  private final List<CaseSession> opened = new ArrayList<>();

  private CaseDoor door(Bench bench, Optional<DemoMaker> demo) {
    return new CaseDoor(bench.workbench(), Passwords.NONE, bench.directTasks(), demo, opened::add);
  }

  @Test
  void makesAndReopensACase() throws Exception {
    Bench bench = new Bench(folder);
    NewCaseViewModel wanted = new NewCaseViewModel(ZoneId.of("UTC"));
    wanted.titleProperty().set("T");
    wanted.authorityProperty().set("A");
    wanted.purposeProperty().set("P");
    wanted.examinerProperty().set("E");
    wanted.folderProperty().set(folder.toString());
    CaseDoor door = door(bench, Optional.empty());
    door.create(wanted);
    opened.get(0).close();
    door.open(wanted.target());
    assertThat(opened.get(1).writable()).isTrue();
    assertThat(opened.get(1).notForWriting()).isEmpty();
    opened.get(1).close();
  }

  @Test
  void opensReadOnlyWithoutTheKeyAndSaysWhy() throws Exception {
    Bench bench = new Bench(folder);
    bench.newCase().close();
    Bench elsewhere = new Bench(Files.createDirectory(folder.resolve("elsewhere")));
    door(elsewhere, Optional.empty()).open(bench.caseFolder());
    assertThat(opened.get(0).writable()).isFalse();
    assertThat(opened.get(0).notForWriting().orElseThrow()).contains("key of A. Rossi");
    opened.get(0).close();
  }

  @Test
  void opensABundleToBeLookedAt() throws Exception {
    Bench bench = new Bench(folder);
    Path zip = folder.resolve("call.zip");
    CaseSession made = bench.newCase();
    bench.workbench().sealBundle().run(made.file(), zip);
    made.close();
    door(bench, Optional.empty()).open(zip);
    assertThat(opened.get(0).writable()).isFalse();
    assertThat(opened.get(0).notForWriting().orElseThrow()).contains("bundle");
    assertThat(opened.get(0).now().entries()).hasSize(1);
    opened.get(0).close();
  }

  @Test
  void whatIsNoCaseIsAnError() {
    Bench bench = new Bench(folder);
    door(bench, Optional.empty()).open(folder.resolve("nothing"));
    assertThat(opened).isEmpty();
    assertThat(bench.errors().notes()).hasSize(1);
  }

  @Test
  void opensTheDemo() throws Exception {
    Bench bench = new Bench(folder);
    bench.newCase().close();
    CaseDoor door = door(bench, Optional.of(bench::caseFolder));
    assertThat(door.hasDemo()).isTrue();
    door.openDemo();
    assertThat(opened).hasSize(1);
    opened.get(0).close();
  }
}
