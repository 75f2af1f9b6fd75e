package org.palimpsest.evidence.blob;

import org.palimpsest.evidence.format.Sha256;

/**
 * What identifies stored content.
 *
 * @param sha256 of all its bytes
 * @param size in bytes
 */
public record BlobRef(Sha256 sha256, long size) {
  /**
   * @throws IllegalArgumentException for a negative size
   */
  public BlobRef {
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative: " + size);
    }
  }
}
