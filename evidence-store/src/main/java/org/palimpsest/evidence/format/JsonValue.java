package org.palimpsest.evidence.format;

/**
 * A value of the ledger's JSON subset: no fractions and no exponents, so that no float formatting
 * ever decides a hash. All values are immutable.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
