package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A bag, open for reading: a zip file with one top folder, or that folder unpacked. Opening checks
 * every name and the layout of the zip, but no content; {@link #check} reads all of it.
 *
 * <p>A hostile or broken container is refused with a {@link BagException}. A sound one whose
 * manifests do not fit is opened, and {@link #problems} says what is wrong, so that it can be
 * looked at. Streams may be read by several threads; the rest is not safe for them.
 */
public final class Bag implements AutoCloseable {
  private static final String VERSION = "bagit.txt";
  private static final String INFO = "bag-info.txt";
  private static final String DATA = "data/";
  private static final long LARGEST_TEXT = 1L << 30;
  private static final Pattern TEXT = Pattern.compile(".*\\.(txt|tsv|json|jsonl)");

  private final Path path;
  private final BagSource source;
  private final BagCheck check;
  private final SortedMap<String, String> info;
  private final SortedMap<String, Long> payload = new TreeMap<>();

  private Bag(Path path, BagSource source) throws IOException {
    this.path = path;
    this.source = source;
    for (Map.Entry<String, Long> file : source.files().entrySet()) {
      if (file.getValue() > LARGEST_TEXT && TEXT.matcher(file.getKey()).matches()) {
        throw new BagException(file.getKey() + " is a text of more than 1 GiB");
      }
      if (file.getKey().startsWith(DATA)) {
        payload.put(file.getKey().substring(DATA.length()), file.getValue());
      }
    }
    requireBag();
    this.info = source.files().containsKey(INFO) ? TagFile.read(source, INFO) : new TreeMap<>();
    this.check = BagCheck.of(source, info);
  }

  /**
   * Whether {@code path} is a file, or a folder with the mark of a bag: worth to be opened as one.
   */
  public static boolean isBag(Path path) {
    return Files.isRegularFile(path)
        || Files.isRegularFile(path.resolve(VERSION), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Refuses a name that no bag could hold: what could not be handed out must not come in.
   *
   * @param name a path, with slashes
   * @throws BagException in one line, if the name is unsafe
   */
  public static void requireSafeName(String name) throws BagException {
    SafeNames.requireSafe(name);
  }

  /** Whether no bag could hold both names, because some file system takes them for one. */
  public static boolean isSameName(String one, String other) {
    return SafeNames.same(one, other);
  }

  /**
   * Opens the bag at {@code path}.
   *
   * @throws BagException in one line, if it cannot be read, is no bag, or is not safe to be read
   */
  public static Bag open(Path path) throws BagException {
    try {
      BagSource source = Files.isDirectory(path) ? FolderSource.open(path) : ZipSource.open(path);
      try {
        return new Bag(path, source);
      } catch (IOException | RuntimeException e) {
        source.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BagException(path + " cannot be opened as a bag: " + e.getMessage(), e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The files of the payload, without {@code data/}, in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(payload.keySet());
  }

  /**
   * Bytes of a payload file.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public long size(String name) {
    Long size = payload.get(name);
    if (size == null) {
      throw new IllegalArgumentException("there is no " + name + " in the bag");
    }
    return size;
  }

  /**
   * A payload file from its beginning. The stream fails where it would give more or less than
   * {@link #size}; whether its hash is right, only {@link #check} or the reader knows.
   *
   * @throws IOException if there is no such file
   */
  public InputStream open(String name) throws IOException {
    return source.open(DATA + name);
  }

  /** The first value of each label in {@code bag-info.txt}. */
  public SortedMap<String, String> bagInfo() {
    return info;
  }

  /**
   * What is wrong with the manifests, in words, each beginning with a file's name: files that are
   * missing, that no manifest names, that stand beside the four tag files; after {@link #check},
   * also those with other content.
   */
  public List<String> problems() {
    return new ArrayList<>(check.problems());
  }

  /** Reads every byte and compares it with the manifests; answers all {@link #problems}. */
  public List<String> check() {
    check.readAll();
    return problems();
  }

  /**
   * Writes the payload below {@code folder}, which must be empty or not there. Nothing is
   * overwritten and nothing is written elsewhere. Hashes are not compared.
   *
   * @throws BagException if a file cannot be read or written, or there is no room for all of them;
   *     some may have been written then
   */
  public void extract(Path folder) throws BagException {
    try {
      new Extraction(folder).write(payload, this::open);
    } catch (IOException e) {
      throw new BagException(path + " cannot be unpacked to " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws BagException {
    try {
      source.close();
    } catch (IOException e) {
      throw new BagException(path + " cannot be closed: " + e.getMessage(), e);
    }
  }

  private void requireBag() throws IOException {
    if (!source.files().containsKey(VERSION)) {
      throw new BagException("it has no bagit.txt");
    }
    TagFile.requireVersion(source, VERSION);
  }
}
