package org.palimpsest.app.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to evaluate. Packages are named as everywhere: installed id, {@code id@version}, folder or
 * zip.
 *
 * @param data folder with {@code speaker/utterance.flac} or {@code .wav}
 * @param protectors empty: all that are installed
 * @param encoders white boxes, where the protector's package does not say which encoder was its
 *     victim; with {@code blackBoxes} empty too: all that are installed
 * @param blackBoxes encoders that no protector was trained against
 * @param methods of restoration, each {@code ID[@VERSION][,NAME=VALUE]...}; empty: all
 * @param wires ids of what happens between protection and seizure, or {@code all}; empty: a 16-bit
 *     file
 * @param utterances how many, spread evenly over the sorted list; empty: all
 * @param seed of the added noise and of the bootstrap
 * @param out folder for tables and for what was computed so far; empty: nothing is written
 * @param threads 1 or 2
 * @param commandLine as it was typed, for the header
 */
public record EvaluationRequest(
    Path data,
    List<String> protectors,
    List<String> encoders,
    List<String> blackBoxes,
    List<String> methods,
    List<String> wires,
    OptionalInt utterances,
    long seed,
    Optional<Path> out,
    int threads,
    String commandLine) {
  public EvaluationRequest {
    protectors = List.copyOf(protectors);
    encoders = List.copyOf(encoders);
    blackBoxes = List.copyOf(blackBoxes);
    methods = List.copyOf(methods);
    wires = List.copyOf(wires);
  }
}
