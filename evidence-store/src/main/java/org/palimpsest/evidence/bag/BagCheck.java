package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.palimpsest.evidence.format.Sha256;

/** What a bag says of itself in its manifests, held against what it is. */
final class BagCheck {
  private static final String PAYLOAD = "manifest-sha256.txt";
  private static final String TAGS = "tagmanifest-sha256.txt";
  private static final String OXUM = "Payload-Oxum";
  private static final Set<String> TAGGED = Set.of("bagit.txt", "bag-info.txt", PAYLOAD);

  private final BagSource source;
  private final Manifest payload;
  private final Manifest tags;
  private final Set<String> problems;

  private BagCheck(BagSource source, Manifest payload, Manifest tags, Set<String> problems) {
    this.source = source;
    this.payload = payload;
    this.tags = tags;
    this.problems = problems;
  }

  static BagCheck of(BagSource source, Map<String, String> info) throws IOException {
    for (String name : List.of(PAYLOAD, TAGS)) {
      if (!source.files().containsKey(name)) {
        throw new BagException("it has no " + name);
      }
    }
    List<String> problems = new ArrayList<>();
    Manifest payload = Manifest.read(source, PAYLOAD, problems);
    Manifest tags = Manifest.read(source, TAGS, problems);
    Set<String> found = new TreeSet<>();
    for (String name : source.files().keySet()) {
      if (name.startsWith("data/")) {
        found.add(name);
      } else if (!TAGGED.contains(name) && !name.equals(TAGS)) {
        problems.add(name + " does not belong into the bag");
      }
    }
    compare(payload.hashes().keySet(), found, PAYLOAD, problems);
    compare(tags.hashes().keySet(), TAGGED, TAGS, problems);
    for (String name : TAGGED) {
      if (!source.files().containsKey(name)) {
        problems.add(name + " is missing");
      }
    }
    compareOxum(source, info, problems);
    return new BagCheck(source, payload, tags, new LinkedHashSet<>(problems));
  }

  Set<String> problems() {
    return problems;
  }

  void readAll() {
    tags.hashes().forEach(this::read);
    payload.hashes().forEach(this::read);
  }

  private void read(String name, Sha256 expected) {
    if (!source.files().containsKey(name)) {
      return; // said before
    }
    try (InputStream in = source.open(name)) {
      if (!Sha256.hash(in).equals(expected)) {
        problems.add(SafeNames.shown(name) + " has another SHA-256 than its manifest says");
      }
    } catch (IOException e) {
      problems.add(SafeNames.shown(name) + " cannot be read: " + e.getMessage());
    }
  }

  private static void compare(
      Set<String> named, Set<String> found, String manifest, List<String> problems) {
    for (String name : named) {
      if (!found.contains(name)) {
        problems.add(SafeNames.shown(name) + " is named in " + manifest + " and is missing");
      }
    }
    for (String name : found) {
      if (!named.contains(name)) {
        problems.add(SafeNames.shown(name) + " is not named in " + manifest);
      }
    }
  }

  private static void compareOxum(
      BagSource source, Map<String, String> info, List<String> problems) {
    long bytes = 0;
    long files = 0;
    for (Map.Entry<String, Long> file : source.files().entrySet()) {
      if (file.getKey().startsWith("data/")) {
        bytes += file.getValue();
        files++;
      }
    }
    String stated = info.get(OXUM);
    if (stated != null && !stated.equals(bytes + "." + files)) {
      problems.add("bag-info.txt states another number of bytes or files: " + OXUM);
    }
  }
}
