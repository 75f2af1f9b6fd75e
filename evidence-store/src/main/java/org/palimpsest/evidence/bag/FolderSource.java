package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** An unpacked bag. Links and special files are refused, wherever they point. */
final class FolderSource implements BagSource {
  private final Path folder;
  private final SortedMap<String, Long> files;

  private FolderSource(Path folder, SortedMap<String, Long> files) {
    this.folder = folder;
    this.files = Collections.unmodifiableSortedMap(files);
  }

  static FolderSource open(Path folder) throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    SafeNames names = new SafeNames();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = name(folder, file);
            if (!attributes.isRegularFile()) {
              throw new BagException(SafeNames.shown(name) + " is a link or a special file");
            }
            names.add(name, false);
            files.put(name, attributes.size());
            return FileVisitResult.CONTINUE;
          }
        });
    return new FolderSource(folder, files);
  }

  @Override
  public SortedMap<String, Long> files() {
    return files;
  }

  @Override
  public InputStream open(String name) throws IOException {
    Long size = files.get(name);
    if (size == null) {
      throw new IOException("there is no " + SafeNames.shown(name) + " in " + folder);
    }
    InputStream in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    return new ExactInputStream(in, name, size, OptionalLong.empty());
  }

  @Override
  public void close() {
    // no file is held open
  }

  private static String name(Path folder, Path file) {
    String separator = folder.getFileSystem().getSeparator();
    return folder.relativize(file).toString().replace(separator, "/");
  }
}
