package org.palimpsest.analysis.inference;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.ModelUse;

/**
 * A model package (format 1) whose description is complete and whose model file has the stated
 * hash. Immutable. Whether the graph keeps its promises is for {@link PackageCheck}.
 */
public final class ModelPackage {
  private final PackageDescription description;
  private final PackageFiles files;

  private ModelPackage(PackageDescription description, PackageFiles files) {
    this.description = description;
    this.files = files;
  }

  /** Opens a folder or zip. */
  public static ModelPackage open(Path path) throws RefusedException {
    return of(PackageFiles.read(path), path.toString());
  }

  /**
   * @param source how the package is named in a refusal
   */
  public static ModelPackage of(PackageFiles files, String source) throws RefusedException {
    if (!files.names().contains(PackageDescription.FILE)) {
      throw new RefusedException(
          source + ": not a model package (no " + PackageDescription.FILE + ")");
    }
    PackageDescription description =
        PackageDescription.parse(files.bytes(PackageDescription.FILE), source);
    if (!files.names().contains(description.file())) {
      throw new RefusedException(source + ": the model file " + description.file() + " is missing");
    }
    String actual = sha256(files.bytes(description.file()));
    if (!actual.equals(description.sha256())) {
      throw new RefusedException(
          String.format("%s: wrong hash, %s has SHA-256 %s", source, description.file(), actual));
    }
    return new ModelPackage(description, files);
  }

  /** {@code id@version}. */
  public String reference() {
    return description.id() + "@" + description.version();
  }

  public String id() {
    return description.id();
  }

  public String version() {
    return description.version();
  }

  public ModelKind kind() {
    return description.kind();
  }

  /** Of the model file. */
  public String sha256() {
    return description.sha256();
  }

  public String licence() {
    return description.licence();
  }

  /** Receptive field in samples each side; empty for a model that sees the whole recording. */
  public OptionalInt context() {
    return description.context();
  }

  /** Starts of chunks are multiples of this. */
  public int alignment() {
    return description.alignment();
  }

  /** For a remover: the {@code id@version} of the protector that it was trained with, if stated. */
  public Optional<String> protector() {
    return description.protector();
  }

  /** For a protector: the {@code id@version} of the encoder it was trained against, if stated. */
  public Optional<String> victim() {
    return description.victim();
  }

  public boolean hasSelfTest() {
    return description.golden().isPresent();
  }

  public SortedMap<String, String> metrics() {
    return description.metrics();
  }

  public PackageFiles files() {
    return files;
  }

  public ModelUse use() {
    return new ModelUse(id(), version(), sha256());
  }

  PackageDescription description() {
    return description;
  }

  /** The model file; not to be changed. */
  public byte[] modelBytes() throws RefusedException {
    return files.bytes(description.file());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
