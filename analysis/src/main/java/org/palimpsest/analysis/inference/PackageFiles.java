package org.palimpsest.analysis.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.palimpsest.analysis.RefusedException;

/**
 * The files of a model package in memory, by relative name. What is checked, run and kept in the
 * case are these same bytes, so nothing can be exchanged in between. Hostile archives are refused:
 * odd names, too many files, too many bytes.
 */
public final class PackageFiles {
  private static final int MOST_FILES = 200;
  private static final long MOST_BYTES = 1L << 30;
  private static final Pattern ODD_NAME =
      Pattern.compile("^/|//|[\\\\\\p{Cntrl}]|(^|/)[.]{1,2}(/|$)");

  private final SortedMap<String, byte[]> files;

  private PackageFiles(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /** Takes the arrays over. */
  public static PackageFiles of(Map<String, byte[]> files) {
    return new PackageFiles(Collections.unmodifiableSortedMap(new TreeMap<>(files)));
  }

  /** Reads a folder or a zip. */
  public static PackageFiles read(Path path) throws RefusedException {
    try {
      return of(Files.isDirectory(path) ? readFolder(path) : readZip(path));
    } catch (ZipException | IllegalArgumentException e) { // the latter for names not in UTF-8
      throw new RefusedException(path + ": not a model package (neither folder nor zip)", e);
    } catch (IOException e) {
      throw new RefusedException(path + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** The bytes of a file of this package; not to be changed. */
  public byte[] bytes(String name) throws RefusedException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new RefusedException("the model package has no file " + name);
    }
    return bytes;
  }

  private static Map<String, byte[]> readFolder(Path folder) throws IOException, RefusedException {
    Map<String, byte[]> found = new TreeMap<>();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder, 4)) {
      paths = walk.filter(Files::isRegularFile).limit(MOST_FILES + 1L).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    long total = 0;
    for (Path path : paths) {
      total += Files.size(path);
      checkSize(folder, paths.size(), total);
      found.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    }
    return found;
  }

  private static Map<String, byte[]> readZip(Path zip) throws IOException, RefusedException {
    Map<String, byte[]> found = new TreeMap<>();
    long total = 0;
    try (InputStream raw = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(raw)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        String name = entry.getName();
        if (ODD_NAME.matcher(name).find()) {
          throw new RefusedException(zip + ": holds a file with a forbidden name, " + name);
        }
        byte[] bytes =
            in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, MOST_BYTES - total + 1));
        total += bytes.length;
        checkSize(zip, found.size() + 1, total);
        if (found.put(name, bytes) != null) {
          throw new RefusedException(zip + ": holds the file " + name + " twice");
        }
      }
    }
    if (found.isEmpty()) {
      throw new RefusedException(zip + ": not a model package (neither folder nor zip)");
    }
    return found.containsKey(PackageDescription.FILE) ? found : withoutTopFolder(found);
  }

  private static Map<String, byte[]> withoutTopFolder(Map<String, byte[]> files) {
    Map<String, byte[]> stripped = new TreeMap<>();
    String first = files.keySet().iterator().next();
    String top = first.substring(0, first.indexOf('/') + 1);
    if (!files.keySet().stream().allMatch(name -> name.startsWith(top))) {
      return files;
    }
    files.forEach((name, bytes) -> stripped.put(name.substring(top.length()), bytes));
    return stripped;
  }

  private static void checkSize(Path path, int count, long bytes) throws RefusedException {
    if (count > MOST_FILES || bytes > MOST_BYTES) {
      throw new RefusedException(path + ": too large for a model package");
    }
  }
}
