package org.palimpsest.analysis.method;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be computed, as a value: the same plan on the same software gives the same bytes.
 *
 * @param method id of the method, such as {@code "inversion"}
 * @param version of the method; raised whenever its result may change
 * @param parameters every one, defaults included, as decimal or plain text
 * @param inputs SHA-256 of the blobs that are read, lower-case hex
 * @param models that are used
 */
public record AnalysisPlan(
    String method,
    String version,
    SortedMap<String, String> parameters,
    List<String> inputs,
    List<ModelUse> models) {
  public AnalysisPlan {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    inputs = List.copyOf(inputs);
    models = List.copyOf(models);
  }
}
