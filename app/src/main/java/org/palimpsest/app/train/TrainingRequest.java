package org.palimpsest.app.train;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to train.
 *
 * @param protector PKG
 * @param data a folder with clean speech
 * @param out where the training, its curve and the package are kept
 * @param from a remover PKG to start from
 * @param name {@code id} or {@code id@version} of the new package; the protector's id with {@code
 *     -remover}, version 1.0.0, if empty
 * @param batch crops of 2 s in a step
 * @param threads of the engine; does not belong to what is trained
 */
public record TrainingRequest(
    String protector,
    Path data,
    Path out,
    Optional<String> from,
    Optional<String> name,
    int steps,
    int batch,
    long seed,
    int threads) {}
