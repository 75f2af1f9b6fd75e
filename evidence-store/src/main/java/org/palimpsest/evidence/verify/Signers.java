package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** By whose key each entry says it was written: that key signed the checkpoint after it. */
final class Signers {
  private final List<Person> people = new ArrayList<>();
  private int[] places = new int[64];
  private int size;

  void add(Optional<Person> author) {
    if (size == places.length) {
      places = Arrays.copyOf(places, Math.multiplyExact(2, size));
    }
    int place = author.map(people::indexOf).orElse(-1);
    if (place < 0 && author.isPresent()) {
      place = people.size();
      people.add(author.get());
    }
    places[size++] = place;
  }

  /** Whose key signs the checkpoint of this size, where the entry before it says so. */
  Optional<Person> ofCheckpoint(long checkpointSize) {
    if (checkpointSize < 1 || checkpointSize > size || places[(int) checkpointSize - 1] < 0) {
      return Optional.empty();
    }
    return Optional.of(people.get(places[(int) checkpointSize - 1]));
  }

  /** The size of the newest checkpoint, and of the last before another key signs. */
  Set<Long> lastOfEach() {
    Set<Long> last = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      if (i + 1 == size || places[i] != places[i + 1]) {
        last.add(i + 1L);
      }
    }
    return last;
  }
}
