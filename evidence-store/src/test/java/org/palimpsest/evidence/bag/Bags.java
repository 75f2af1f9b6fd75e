package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.evidence.format.Sha256;

/** The files of a small bag, right to the last byte, to be spoilt by the tests. */
final class Bags {
  static final String TOP = "call/";

  private Bags() {}

  /** Name below the top folder to content. */
  static Map<String, String> good() {
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("README.txt", "read me\n");
    payload.put("blobs/9f/86", "test");
    payload.put("reports/100%.pdf", "a report, ".repeat(1000));
    return around(payload);
  }

  static Map<String, String> around(Map<String, String> payload) {
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder manifest = new StringBuilder();
    long bytes = 0;
    for (Map.Entry<String, String> file : payload.entrySet()) {
      files.put("data/" + file.getKey(), file.getValue());
      bytes += file.getValue().getBytes(StandardCharsets.UTF_8).length;
      manifest.append(line("data/" + file.getKey(), file.getValue()));
    }
    files.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    files.put(
        "bag-info.txt",
        "Bagging-Date: 2026-03-01\nPayload-Oxum: "
            + bytes
            + "."
            + payload.size()
            + "\nNote: one\n  and more\nNote: two\n");
    files.put("manifest-sha256.txt", manifest.toString());
    return withTags(files);
  }

  /** With the manifest of the tag files made anew. */
  static Map<String, String> withTags(Map<String, String> files) {
    StringBuilder tags = new StringBuilder();
    for (String name : new String[] {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"}) {
      tags.append(line(name, files.get(name)));
    }
    files.put("tagmanifest-sha256.txt", tags.toString());
    return files;
  }

  static Path folder(Path desk, Map<String, String> files) throws IOException {
    Path folder = desk.resolve("unpacked");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return folder;
  }

  static ZipForge forge(Map<String, String> files) {
    ZipForge forge = new ZipForge();
    files.forEach(
        (name, content) ->
            forge.add(
                TOP + name, content.getBytes(StandardCharsets.UTF_8), content.length() > 1000));
    return forge;
  }

  private static String line(String name, String content) {
    Sha256 hash = Sha256.hash(content.getBytes(StandardCharsets.UTF_8));
    return hash + "  " + name.replace("%", "%25") + "\n";
  }
}
