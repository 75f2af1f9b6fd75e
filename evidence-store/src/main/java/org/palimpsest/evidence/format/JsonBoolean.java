package org.palimpsest.evidence.format;

/**
 * {@code true} or {@code false}.
 *
 * @param value which of the two
 */
public record JsonBoolean(boolean value) implements JsonValue {}
