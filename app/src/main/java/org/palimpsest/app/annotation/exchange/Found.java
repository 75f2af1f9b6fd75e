package org.palimpsest.app.annotation.exchange;

import java.util.Optional;
import java.util.OptionalDouble;
import org.palimpsest.app.annotation.Band;

/**
 * An annotation as a file has it.
 *
 * @param line of the file, from 1
 * @param startSeconds from the signal's start
 * @param endSeconds empty for a point
 * @param id as it was written, or empty
 * @param author as it was written, or empty
 * @param made as it was written, or empty
 */
record Found(
    int line,
    double startSeconds,
    OptionalDouble endSeconds,
    Optional<Band> band,
    String tier,
    String label,
    String id,
    String author,
    String made) {}
