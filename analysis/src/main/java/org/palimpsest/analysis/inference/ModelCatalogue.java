package org.palimpsest.analysis.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.palimpsest.analysis.RefusedException;

/**
 * The installed model packages, as folders {@code <root>/<id>/<version>}. Read afresh at each call.
 */
public final class ModelCatalogue {
  private static final String DRAFT = ".new-";

  private final Logger logger = Logger.getLogger(ModelCatalogue.class.getName());
  private final List<Path> roots;

  /**
   * @param roots where packages lie, shipped ones first; a folder may be absent. Imports go to the
   *     last
   */
  public ModelCatalogue(List<Path> roots) {
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("a catalogue without a folder");
    }
    this.roots = List.copyOf(roots);
  }

  /** The folders of all installed packages, by id and version, the newest version last. */
  public List<Path> folders() throws RefusedException {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      for (Path id : children(root)) {
        children(id).stream()
            .filter(v -> Files.exists(v.resolve(PackageDescription.FILE)))
            .forEach(found::add);
      }
    }
    found.sort(
        Comparator.comparing((Path p) -> name(p.getParent()))
            .thenComparing(ModelCatalogue::name, ModelCatalogue::compareVersions));
    return found;
  }

  /**
   * Opens a package.
   *
   * @param reference an installed id (its newest version), {@code id@version}, a folder or a zip
   */
  public ModelPackage open(String reference) throws RefusedException {
    Optional<Path> installed = installed(reference);
    if (installed.isPresent()) {
      return openInstalled(installed.get());
    }
    Path path = path(reference);
    if (!Files.exists(path)) {
      throw new RefusedException(
          reference + ": neither an installed model package nor a folder or zip; see 'model list'");
    }
    return ModelPackage.open(path);
  }

  /** Whether {@link #open} would take an installed package for {@code reference}. */
  public boolean isInstalled(String reference) throws RefusedException {
    return installed(reference).isPresent();
  }

  private Optional<Path> installed(String reference) throws RefusedException {
    Optional<Path> newest = Optional.empty();
    for (Path folder : folders()) {
      String id = name(folder.getParent());
      if (reference.equals(id) || reference.equals(id + "@" + name(folder))) {
        newest = Optional.of(folder);
      }
    }
    return newest;
  }

  /** The newest installed package of a kind, and for a remover of one protector. */
  public Optional<ModelPackage> newest(ModelKind kind, Optional<String> protector)
      throws RefusedException {
    Optional<ModelPackage> newest = Optional.empty();
    for (ModelPackage candidate : all(kind)) {
      if (protector.isEmpty() || candidate.protector().equals(protector)) {
        newest = Optional.of(candidate);
      }
    }
    return newest;
  }

  /**
   * All sound installed packages of a kind, the newest version of each last. One that is damaged
   * does not stand in the way of the others; it is logged, and {@link #openInstalled} refuses it.
   */
  public List<ModelPackage> all(ModelKind kind) throws RefusedException {
    List<ModelPackage> found = new ArrayList<>();
    for (Path folder : folders()) {
      try {
        ModelPackage candidate = openInstalled(folder);
        if (candidate.kind() == kind) {
          found.add(candidate);
        }
      } catch (RefusedException e) {
        logger.log(Level.WARNING, "{0}", e.getMessage());
      }
    }
    return found;
  }

  /** Opens one of {@link #folders}; its description must be of the id and version of its folder. */
  public ModelPackage openInstalled(Path folder) throws RefusedException {
    ModelPackage model = ModelPackage.open(folder);
    String place = name(folder.getParent()) + "@" + name(folder);
    if (!model.reference().equals(place)) {
      throw new RefusedException(folder + ": holds " + model.reference() + ", not " + place);
    }
    return model;
  }

  /** Installs a package; one of the same id and version must not be there. */
  public Path install(ModelPackage source) throws RefusedException {
    Path target = roots.get(roots.size() - 1).resolve(source.id()).resolve(source.version());
    if (Files.exists(target)) {
      throw new RefusedException(source.reference() + ": already installed in " + target);
    }
    try {
      Path parent = Files.createDirectories(target.getParent());
      Path draft = Files.createTempDirectory(parent, DRAFT);
      try {
        for (String name : source.files().names()) {
          Path file = draft.resolve(name);
          Files.createDirectories(file.getParent());
          Files.write(file, source.files().bytes(name));
        }
        return Files.move(draft, target);
      } finally {
        remove(draft);
      }
    } catch (IOException e) {
      throw new RefusedException(target + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static void remove(Path draft) throws IOException {
    if (Files.exists(draft)) {
      try (Stream<Path> walk = Files.walk(draft)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Path path(String reference) throws RefusedException {
    try {
      return Path.of(reference);
    } catch (java.nio.file.InvalidPathException e) {
      throw new RefusedException(reference + ": not the name of a model package", e);
    }
  }

  private static List<Path> children(Path folder) throws RefusedException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory)
          .filter(p -> !name(p).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RefusedException(folder + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** Numbers by value, then the rest as text: 1.10.0 is newer than 1.9.0, 1.rc than both. */
  static int compareVersions(String a, String b) {
    String[] left = a.split("[.]", -1);
    String[] right = b.split("[.]", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      boolean leftNumber = left[i].matches("\\d{1,9}");
      boolean rightNumber = right[i].matches("\\d{1,9}");
      int order =
          leftNumber && rightNumber
              ? Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]))
              : leftNumber == rightNumber ? left[i].compareTo(right[i]) : leftNumber ? -1 : 1;
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }
}
