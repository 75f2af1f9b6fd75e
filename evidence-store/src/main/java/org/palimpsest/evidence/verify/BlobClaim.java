package org.palimpsest.evidence.verify;

import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/**
 * That a blob of this hash and size is there.
 *
 * @param sha256 of its content
 * @param size in bytes
 */
record BlobClaim(Sha256 sha256, long size) {
  /**
   * @throws IllegalArgumentException in words, if {@code json} is no such claim
   */
  static BlobClaim from(JsonObject json) {
    long size = json.integer("size");
    if (size < 0 || json.string("role").isBlank()) {
      throw new IllegalArgumentException("a blob has a negative size or no role");
    }
    return new BlobClaim(new Sha256(json.string("sha256")), size);
  }
}
