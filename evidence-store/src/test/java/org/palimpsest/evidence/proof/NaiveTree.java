package org.palimpsest.evidence.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.palimpsest.evidence.format.Sha256;

/** RFC 6962, sections 2.1 to 2.1.2, word for word: slow, recursive, and hard to get wrong. */
final class NaiveTree {
  private NaiveTree() {}

  static List<Sha256> leaves(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Sha256.hash(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  static Sha256 root(List<Sha256> d) {
    if (d.size() == 1) {
      return d.get(0);
    }
    int k = split(d);
    Sha256 left = root(d.subList(0, k));
    Sha256 right = root(d.subList(k, d.size()));
    return Sha256.hash(new byte[] {1}, left.raw(), right.raw());
  }

  static List<Sha256> path(int m, List<Sha256> d) {
    if (d.size() == 1) {
      return List.of();
    }
    int k = split(d);
    List<Sha256> left = d.subList(0, k);
    List<Sha256> right = d.subList(k, d.size());
    return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
  }

  static List<Sha256> proof(int m, List<Sha256> d) {
    return subproof(m, d, true);
  }

  private static List<Sha256> subproof(int m, List<Sha256> d, boolean known) {
    if (m == d.size()) {
      return known ? List.of() : List.of(root(d));
    }
    int k = split(d);
    List<Sha256> left = d.subList(0, k);
    List<Sha256> right = d.subList(k, d.size());
    return m <= k
        ? with(subproof(m, left, known), root(right))
        : with(subproof(m - k, right, false), root(left));
  }

  private static int split(List<Sha256> d) {
    int k = 1;
    while (2 * k < d.size()) {
      k *= 2;
    }
    return k;
  }

  private static List<Sha256> with(List<Sha256> path, Sha256 last) {
    List<Sha256> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }
}
