package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/**
 * Which content a bundle may leave out: files of model packages that say themselves, in the {@code
 * model.json} that the case keeps, that they must not be passed on.
 */
final class Withholding {
  private static final String DESCRIPTION = "model.json";
  private static final int LARGEST = 1 << 20;

  /**
   * A model.json may hold what canonical JSON has no form for, such as floating-point numbers, so
   * it is not parsed: the format asks for the field in these letters. A quotation in a string
   * cannot pass for it, because there the marks are escaped.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile("\"redistribution\"\\s*:\\s*\"forbidden\"");

  private final Map<Sha256, Set<Sha256>> descriptions = new HashMap<>();
  private final Set<Sha256> free = new HashSet<>();
  private final Map<Sha256, Boolean> forbidding = new HashMap<>();

  /** Takes an entry's packages; what is named again costs no more memory. */
  void add(JsonObject body) {
    Map<Sha256, Set<Sha256>> here = packages(body);
    for (BlobClaim claim : Claims.allOfRole(body, "model")) {
      Set<Sha256> described = here.getOrDefault(claim.sha256(), Set.of());
      if (described.isEmpty() || described.contains(claim.sha256())) {
        free.add(claim.sha256());
      } else {
        descriptions.computeIfAbsent(claim.sha256(), s -> new HashSet<>(1)).addAll(described);
      }
    }
  }

  /** Whether every package with this file that an entry used forbids to pass it on. */
  boolean allows(Sha256 file, CaseContents contents) {
    Set<Sha256> said = descriptions.getOrDefault(file, Set.of());
    return !free.contains(file)
        && !said.isEmpty()
        && said.stream()
            .allMatch(one -> forbidding.computeIfAbsent(one, d -> forbids(d, contents)));
  }

  private static boolean forbids(Sha256 description, CaseContents contents) {
    try {
      Optional<Content> content = contents.blob(description);
      byte[] bytes = content.isPresent() ? content.get().bytes(LARGEST) : new byte[0];
      // no entry need rely on it, so nothing else may have compared it with its name
      return Sha256.hash(bytes).equals(description)
          && FORBIDDEN.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
    } catch (IOException e) {
      return false; // what cannot be read forbids nothing
    }
  }

  /** The model.json beside each file. A package without one has its file described by itself. */
  private static Map<Sha256, Set<Sha256>> packages(JsonObject body) {
    Map<Sha256, Set<Sha256>> found = new HashMap<>();
    try {
      if (body.has("packages")) {
        body.array("packages").objects().forEach(one -> addPackage(one, found));
      }
    } catch (IllegalArgumentException e) {
      return Map.of(); // packages in another form explain nothing
    }
    return found;
  }

  private static void addPackage(JsonObject one, Map<Sha256, Set<Sha256>> found) {
    Map<String, Sha256> files = new HashMap<>();
    for (JsonObject file : one.array("files").objects()) {
      files.put(file.string("name"), new Sha256(file.string("sha256")));
    }
    for (Sha256 file : files.values()) {
      Sha256 description = files.getOrDefault(DESCRIPTION, file);
      found.computeIfAbsent(file, s -> new HashSet<>(1)).add(description);
    }
  }
}
