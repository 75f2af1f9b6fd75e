package org.palimpsest.app.ui.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

/**
 * The files of the window's state, replaced atomically. A file that is not there or cannot be read
 * is like none; for the latter a line is said once. Cases are known by their id, so that a moved
 * folder finds its state.
 */
public final class StateFolder {
  private static final int LARGEST = 1 << 20;

  private final Optional<Path> root;
  private final Consumer<String> said;

  private StateFolder(Optional<Path> root, Consumer<String> said) {
    this.root = root;
    this.said = said;
  }

  /**
   * @param said gets a line about what cannot be read or written
   */
  public static StateFolder in(Path root, Consumer<String> said) {
    return new StateFolder(Optional.of(root), said);
  }

  /** Keeps nothing and knows nothing. */
  public static StateFolder none() {
    return new StateFolder(Optional.empty(), line -> {});
  }

  public WindowState window() {
    return read("window.json", WindowState::from).orElse(WindowState.FIRST);
  }

  public void keep(WindowState state) {
    write("window.json", state.toJson());
  }

  public Optional<CaseState> ofCase(UUID caseId) {
    return read(name(caseId), CaseState::from);
  }

  public void keep(UUID caseId, CaseState state) {
    write(name(caseId), state.toJson());
  }

  private static String name(UUID caseId) {
    return "case-" + caseId + ".json";
  }

  private <T> Optional<T> read(String name, Function<JsonObject, T> as) {
    Optional<Path> file = root.map(r -> r.resolve(name)).filter(Files::exists);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(file.get()) > LARGEST) {
        throw new IllegalArgumentException("it is too large");
      }
      return Optional.of(as.apply(JsonParser.parseObject(Files.readAllBytes(file.get()))));
    } catch (IOException | IllegalArgumentException e) {
      said.accept(
          file.get()
              + ": how the window stood cannot be read ("
              + e.getMessage()
              + "); it begins afresh");
      return Optional.empty();
    }
  }

  private void write(String name, JsonObject json) {
    if (root.isEmpty()) {
      return;
    }
    Path file = root.get().resolve(name);
    try {
      DurableFile.createPrivateFolder(root.get());
      DurableFile.writePrivate(file, CanonicalJson.bytes(json));
    } catch (IOException e) {
      said.accept(file + ": how the window stands cannot be kept (" + e.getMessage() + ")");
    }
  }
}
