package org.palimpsest.evidence.format;

/** A text is not JSON of the ledger's subset, or a field is missing or of another type. */
public final class JsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }
}
