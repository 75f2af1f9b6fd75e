package org.palimpsest.app.words;

import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonString;
import org.palimpsest.evidence.format.JsonValue;

/** A value of an entry as people read it: a string as it is, anything else as JSON. */
public final class JsonText {
  private JsonText() {}

  public static String of(JsonValue value) {
    return value instanceof JsonString string ? string.value() : CanonicalJson.text(value);
  }
}
