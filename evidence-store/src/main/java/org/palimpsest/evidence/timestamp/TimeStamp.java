package org.palimpsest.evidence.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a time stamp that holds says.
 *
 * @param time by the authority's clock
 * @param accuracy by how much that may be off, where the authority says so
 * @param authority subject of the certificate that signed
 * @param serial number of the time stamp at this authority, in decimal
 * @param policy object identifier of the rules under which it was made
 * @param trusted whether the certificate leads to one that the caller trusts; false also where the
 *     caller named none
 */
public record TimeStamp(
    Instant time,
    Optional<Duration> accuracy,
    String authority,
    String serial,
    String policy,
    boolean trusted) {}
