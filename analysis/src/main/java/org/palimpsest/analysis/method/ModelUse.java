package org.palimpsest.analysis.method;

/** A model package that a plan relies on, by the SHA-256 (lower-case hex) of its model file. */
public record ModelUse(String id, String version, String sha256) {}
