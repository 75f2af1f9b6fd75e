package org.palimpsest.app.ui.inspector;

/**
 * One line of the inspector.
 *
 * @param exact whether every character counts, as in a hash
 */
record Fact(String name, String value, boolean exact) {
  static Fact of(String name, String value) {
    return new Fact(name, value, false);
  }

  static Fact exact(String name, String value) {
    return new Fact(name, value, true);
  }
}
