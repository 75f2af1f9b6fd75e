package org.palimpsest.evidence.proof;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/** Every small way in which a list of hashes can be wrong. */
final class Spoilt {
  private Spoilt() {}

  static Sha256 flipped(Sha256 hash, int bit) {
    byte[] raw = hash.raw();
    raw[bit / 8] ^= (byte) (1 << (bit % 8));
    return Sha256.ofRaw(raw);
  }

  /** One hash left out, put in twice, changed in some bits, or put beside its place. */
  static List<List<Sha256>> variants(List<Sha256> path, int bitStep) {
    List<List<Sha256>> variants = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      List<Sha256> shorter = new ArrayList<>(path);
      shorter.remove(i);
      variants.add(shorter);
      for (int bit = i % bitStep; bit < 256; bit += bitStep) {
        List<Sha256> changed = new ArrayList<>(path);
        changed.set(i, flipped(path.get(i), bit));
        variants.add(changed);
      }
      if (i > 0) {
        List<Sha256> swapped = new ArrayList<>(path);
        swapped.set(i, path.get(i - 1));
        swapped.set(i - 1, path.get(i));
        variants.add(swapped);
      }
    }
    for (int i = 0; i <= path.size(); i++) {
      List<Sha256> longer = new ArrayList<>(path);
      longer.add(i, i < path.size() ? path.get(i) : Sha256.hash());
      variants.add(longer);
    }
    return variants;
  }
}
