package org.palimpsest.app.ui.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.app.casework.InstalledPackages;
import org.palimpsest.app.casework.InstalledPackages.Installed;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;

/** Which packages there are, what the chosen one says of itself, and whether it holds. */
final class PackagesViewModel {
  private final InstalledPackages packages;
  private final BackgroundTasks tasks;
  private final ObservableList<Installed> all = FXCollections.observableArrayList();
  private final ObjectProperty<Installed> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<PackageSheet> sheet =
      new ReadOnlyObjectWrapper<>(PackageSheet.NONE);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  PackagesViewModel(InstalledPackages packages, BackgroundTasks tasks) {
    this.packages = packages;
    this.tasks = tasks;
    chosen.addListener((property, before, now) -> describe(now));
    read(Optional.empty());
  }

  ObservableList<Installed> all() {
    return all;
  }

  ObjectProperty<Installed> chosenProperty() {
    return chosen;
  }

  ReadOnlyObjectProperty<PackageSheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** Whether something is being proven or installed. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Proves what the chosen package states. */
  void prove() {
    Installed one = chosen.get();
    if (one == null || one.model().isEmpty() || busy.get()) {
      return;
    }
    watch(
        tasks.start(
            "Check of " + one.model().get().reference(),
            task -> {
              task.at("running the model", -1);
              return packages.prove(one.model().get());
            },
            (List<PackageCheck.Result> results) -> {
              if (one.equals(chosen.get())) {
                sheet.set(sheet.get().withChecks(results));
              }
            }));
  }

  /** Installs a folder or zip, if everything that it states holds. */
  void install(Path source) {
    if (busy.get()) {
      return;
    }
    watch(
        tasks.start(
            "Import of " + source.getFileName(),
            task -> {
              task.at("proving what it states", -1);
              return packages.install(source);
            },
            (Installed made) -> read(Optional.of(made.folder()))));
  }

  private void watch(BackgroundTask task) {
    busy.set(task.stateProperty().get() == BackgroundTask.State.RUNNING);
    task.stateProperty()
        .addListener((property, before, now) -> busy.set(now == BackgroundTask.State.RUNNING));
  }

  private void read(Optional<Path> wanted) {
    tasks.quietly(
        "Reading the model packages",
        task -> packages.all(),
        (List<Installed> found) -> {
          all.setAll(found);
          found.stream()
              .filter(one -> wanted.isEmpty() || wanted.get().equals(one.folder()))
              .findFirst()
              .ifPresent(chosen::set);
        });
  }

  private void describe(Installed one) {
    if (one == null) {
      sheet.set(PackageSheet.NONE);
      return;
    }
    sheet.set(PackageSheet.of(one, ""));
    tasks.quietly(
        "Reading the card",
        task -> card(one),
        (String card) -> {
          if (one.equals(chosen.get())) {
            sheet.set(PackageSheet.of(one, card));
          }
        });
  }

  private String card(Installed one) throws RefusedException {
    return one.model().isPresent()
        ? packages.card(one.model().get()).orElse("The package has no card.")
        : "";
  }
}
