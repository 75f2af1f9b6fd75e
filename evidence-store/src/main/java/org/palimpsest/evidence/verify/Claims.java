package org.palimpsest.evidence.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;

/** What the entries rely on, each with the first entry that does. */
final class Claims {
  private static final String MODEL = "model";

  private final Map<BlobClaim, Use> uses = new LinkedHashMap<>();
  private final Withholding withholding = new Withholding();

  /**
   * @param body of an entry whose blobs are well-formed
   */
  void add(long seq, JsonObject body) {
    for (JsonObject json : body.array("blobs").objects()) {
      boolean model = json.string("role").equals(MODEL);
      Use use = new Use(seq, model, model);
      uses.merge(BlobClaim.from(json), use, Use::and);
    }
    withholding.add(body);
  }

  Map<BlobClaim, Use> all() {
    return Collections.unmodifiableMap(uses);
  }

  /** What of it a bundle may leave out. */
  Withholding withholding() {
    return withholding;
  }

  /** The content of a role that an entry relies on. */
  static Optional<BlobClaim> ofRole(JsonObject body, String role) {
    return allOfRole(body, role).stream().findFirst();
  }

  /** All content of a role that an entry relies on. */
  static List<BlobClaim> allOfRole(JsonObject body, String role) {
    return body.array("blobs").objects().stream()
        .filter(json -> json.string("role").equals(role))
        .map(BlobClaim::from)
        .toList();
  }

  /** How many different contents there are. */
  long distinct() {
    return uses.keySet().stream().map(BlobClaim::sha256).distinct().count();
  }

  /**
   * How content is used.
   *
   * @param seq the first entry that relies on it
   * @param model whether an entry uses it as a model
   * @param onlyModel whether no entry uses it otherwise
   */
  record Use(long seq, boolean model, boolean onlyModel) {
    private Use and(Use later) {
      return new Use(seq, model || later.model, onlyModel && later.onlyModel);
    }
  }
}
