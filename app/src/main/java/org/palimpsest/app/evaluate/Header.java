package org.palimpsest.app.evaluate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.palimpsest.analysis.inference.ModelPackage;

/**
 * All that a reader needs to repeat an evaluation.
 *
 * @param environment program, engine, Java, system and processor
 */
record Header(
    String commandLine,
    SortedMap<String, String> environment,
    DataSet data,
    List<ModelPackage> packages,
    long seed,
    int resamples,
    Map<String, String> measures) {}
