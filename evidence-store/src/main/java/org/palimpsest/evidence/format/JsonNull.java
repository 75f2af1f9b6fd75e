package org.palimpsest.evidence.format;

/** JSON's {@code null}. */
public record JsonNull() implements JsonValue {}
