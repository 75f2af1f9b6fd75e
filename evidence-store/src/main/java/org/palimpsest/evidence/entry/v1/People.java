package org.palimpsest.evidence.entry.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * Who may write in a case, as its entries so far say. Immutable: {@link #with} answers the people
 * after one entry more.
 *
 * @param origin the key name of the case
 * @param inForce by key
 * @param past those whose keys were dismissed
 */
public record People(String origin, Map<VerifyingKey, Person> inForce, List<Person> past) {
  /** Keeps copies. */
  public People {
    inForce = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inForce));
    past = List.copyOf(past);
  }

  /** The people of a case that has only its first entry. */
  public static People first(String origin, String examiner, VerifyingKey key) {
    return new People(origin, Map.of(key, new Person(examiner, key, Role.EXAMINER)), List.of());
  }

  /**
   * The people after {@code entry}; the same for most kinds.
   *
   * @throws IllegalArgumentException in words, if the entry admits or dismisses whom it may not
   */
  public People with(LedgerEntry entry) {
    if (entry.is(EntryKind.PERSON_ADMITTED)) {
      return admitting(Person.from(entry.body().object("person")));
    }
    if (entry.is(EntryKind.PERSON_DISMISSED)) {
      return dismissing(new VerifyingKey(entry.body().object("person").string("publicKey")));
    }
    return this;
  }

  /** Whose key it is, while it is in force. */
  public Optional<Person> find(VerifyingKey key) {
    return Optional.ofNullable(inForce.get(key));
  }

  /** The person in force whose key has this ID. */
  public Optional<Person> find(String keyId) {
    return inForce.values().stream().filter(p -> p.key().id(origin).equals(keyId)).findFirst();
  }

  /** Everybody in force, in the order of admission. */
  public List<Person> list() {
    return List.copyOf(inForce.values());
  }

  /** Whether {@code key} is or was an examiner's. */
  public boolean everExaminers(VerifyingKey key) {
    return find(key).filter(p -> p.role() == Role.EXAMINER).isPresent()
        || past.stream().anyMatch(p -> p.key().equals(key) && p.role() == Role.EXAMINER);
  }

  private People admitting(Person person) {
    String id = person.key().id(origin);
    boolean known = past.stream().anyMatch(p -> p.key().id(origin).equals(id));
    if (known || find(id).isPresent()) {
      throw new IllegalArgumentException("the key " + id + " was admitted before");
    }
    Map<VerifyingKey, Person> next = new LinkedHashMap<>(inForce);
    next.put(person.key(), person);
    return new People(origin, next, past);
  }

  private People dismissing(VerifyingKey key) {
    Person person =
        find(key)
            .orElseThrow(
                () -> new IllegalArgumentException("the key is not in force: " + key.id(origin)));
    Map<VerifyingKey, Person> next = new LinkedHashMap<>(inForce);
    next.remove(key);
    if (next.values().stream().noneMatch(p -> p.role() == Role.EXAMINER)) {
      throw new IllegalArgumentException("the last examiner's key cannot be dismissed");
    }
    List<Person> gone = new ArrayList<>(past);
    gone.add(person);
    return new People(origin, next, gone);
  }
}
