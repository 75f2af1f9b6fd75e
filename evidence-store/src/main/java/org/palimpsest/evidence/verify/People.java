package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/** Whose keys may write what, as the entries that were read so far say. */
final class People {
  private final String origin;
  private final Map<String, Person> known = new LinkedHashMap<>();
  private final Map<String, Long> since = new LinkedHashMap<>();
  private final Set<String> dismissed = new HashSet<>();

  People(Identity identity) {
    this.origin = identity.origin();
    Person examiner =
        new Person(identity.examiner(), identity.key(), identity.keyId(), Role.EXAMINER);
    known.put(identity.keyId(), examiner);
    since.put(identity.keyId(), 0L);
  }

  /** Whoever has or had this key ID. */
  Optional<Person> withId(String keyId) {
    return Optional.ofNullable(known.get(keyId));
  }

  /** Whoever has this key, while it is in force. */
  Optional<Person> inForce(VerifyingKey key) {
    String id = key.id(origin);
    return withId(id).filter(person -> person.key().equals(key) && !dismissed.contains(id));
  }

  /** Everybody who has or had a key. */
  Iterable<Person> all() {
    return known.values();
  }

  /**
   * Who wrote an entry.
   *
   * @throws BrokenRule if that person may not, or is none
   */
  Person author(JsonObject body) {
    JsonObject actor = body.object("actor");
    String id = actor.string("key");
    String kind = body.string("kind");
    Person person = known.get(id);
    if (person == null) {
      throw new BrokenRule(Cause.ACTOR_UNKNOWN, "its actor's key " + id + " is not the case's");
    }
    if (dismissed.contains(id)) {
      throw new BrokenRule(Cause.KEY_DISMISSED, "its actor's key " + id + " was dismissed before");
    }
    if (!person.name().equals(actor.string("name"))) {
      throw new BrokenRule(
          Cause.ACTOR_RENAMED,
          "its actor is called " + actor.string("name") + ", the key is of " + person.name());
    }
    if (!person.role().mayWrite(kind)) {
      String role = person.role().text();
      throw new BrokenRule(Cause.ROLE_EXCEEDED, "a " + role + " may not write a " + kind);
    }
    return person;
  }

  /**
   * Takes in an admission.
   *
   * @throws BrokenRule if it breaks a rule; nobody is admitted then
   */
  void admit(long seq, JsonObject json) {
    VerifyingKey key = new VerifyingKey(json.string("publicKey"));
    String id = key.id(origin);
    Person person = new Person(json.string("name"), key, id, Role.of(json.string("role")));
    if (known.containsKey(id)) {
      throw new BrokenRule(Cause.PERSON_INVALID, "the key ID " + id + " was in use before");
    }
    known.put(id, person);
    since.put(id, seq);
  }

  /**
   * Takes in a dismissal.
   *
   * @throws BrokenRule if it breaks a rule; nobody is dismissed then
   */
  void dismiss(JsonObject json) {
    VerifyingKey key = new VerifyingKey(json.string("publicKey"));
    Optional<Person> person = inForce(key);
    if (person.isEmpty() || !person.get().name().equals(json.string("name"))) {
      throw new BrokenRule(Cause.PERSON_INVALID, "it dismisses somebody whose key is not in force");
    }
    if (person.get().role() == Role.EXAMINER && examinersInForce() == 1) {
      throw new BrokenRule(Cause.PERSON_INVALID, "it dismisses the last examiner's key");
    }
    dismissed.add(key.id(origin));
  }

  /** As {@code keys.json} of a bundle has it. */
  JsonObject toJson() {
    List<JsonObject> keys = new ArrayList<>();
    known.forEach((id, person) -> keys.add(person.toJson().with("seq", since.get(id))));
    return JsonObject.empty().with("keys", JsonArray.of(keys));
  }

  private long examinersInForce() {
    return known.entrySet().stream()
        .filter(e -> e.getValue().role() == Role.EXAMINER && !dismissed.contains(e.getKey()))
        .count();
  }
}
