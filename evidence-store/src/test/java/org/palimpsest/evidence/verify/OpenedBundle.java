package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.palimpsest.evidence.format.Sha256;

/** A bundle in the hands of somebody who unpacks it, changes files and makes the manifests fit. */
record OpenedBundle(Path folder) {
  static OpenedBundle unpack(Path zip, Path target) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
          Path file = target.resolve(name);
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
    return new OpenedBundle(target);
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve("data").resolve(name));
  }

  OpenedBundle write(String name, String text) throws IOException {
    Path file = folder.resolve("data").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  OpenedBundle replace(String name, String old, String changed) throws IOException {
    String text = read(name);
    if (!text.contains(old)) {
      throw new AssertionError(name + " has no " + old);
    }
    return write(name, text.replace(old, changed));
  }

  OpenedBundle delete(String name) throws IOException {
    Files.delete(folder.resolve("data").resolve(name));
    return this;
  }

  /** Makes both manifests and the count of bytes anew. */
  OpenedBundle refit() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder.resolve("data"))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    Path info = folder.resolve("bag-info.txt");
    Files.writeString(
        info,
        Files.readString(info)
            .replaceAll("Payload-Oxum: .*", "Payload-Oxum: " + bytes + "." + files.size()));
    manifest("manifest-sha256.txt", files);
    manifest(
        "tagmanifest-sha256.txt",
        Stream.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt")
            .map(folder::resolve)
            .toList());
    return this;
  }

  private void manifest(String name, List<Path> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        lines.append(Sha256.hash(in.readAllBytes())).append("  ");
      }
      lines.append(folder.relativize(file).toString().replace('\\', '/')).append('\n');
    }
    Files.write(folder.resolve(name), lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
