package org.palimpsest.evidence.entry.v1;

import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.evidence.format.PersonName;

/**
 * The rule for a name that somebody gets now: it reads as what it is, and as nobody else's. Old
 * cases are read whatever the names in them are. Stateless, safe for every thread.
 */
public final class NewName {
  private NewName() {}

  /**
   * Refuses a name that does not read as what it is.
   *
   * @throws IllegalArgumentException in words, if {@code name} is blank, has white space at an end,
   *     other white space than single spaces within, or characters that control or show nothing
   */
  public static void require(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name is needed: it was left empty");
    }
    Optional<String> hidden =
        name.codePoints()
            .filter(NewName::isHidden)
            .mapToObj(c -> String.format("U+%04X", c))
            .findFirst();
    if (hidden.isPresent()) {
      throw new IllegalArgumentException(
          "a name has visible letters alone; this one has " + hidden.get());
    }
    if (name.startsWith(" ") || name.endsWith(" ") || name.contains("  ")) {
      throw new IllegalArgumentException(
          "a name has single spaces between its words and none at its ends: \"" + name + "\"");
    }
  }

  /**
   * As {@link #require(String)}, for somebody who comes into a case. A further key of the same
   * person has the very same name.
   *
   * @throws IllegalArgumentException in words, also if the name could be taken for another's there
   */
  public static void require(String name, People people) {
    require(name);
    Stream.concat(people.list().stream(), people.past().stream())
        .map(Person::name)
        .filter(known -> PersonName.same(known, name) && !known.equals(name))
        .findFirst()
        .ifPresent(
            known -> {
              throw new IllegalArgumentException(
                  String.format(
                      "\"%s\" could be taken for \"%s\", who is known here already: use that very"
                          + " name for the same person, or tell the two apart",
                      name, known));
            });
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    boolean space = c != ' ' && (Character.isSpaceChar(c) || Character.isWhitespace(c));
    return space
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || PersonName.isInvisible(c);
  }
}
