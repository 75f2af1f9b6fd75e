package org.palimpsest.analysis.restoration;

import java.util.Map;
import java.util.Optional;
import org.palimpsest.analysis.inference.ModelPackage;

/**
 * What the examiner asks for.
 *
 * @param method its id, or {@code id@version} for one that is not the newest
 * @param parameters those that differ from the defaults
 * @param protector for {@code inversion}
 * @param remover for {@code learned-remover}, and where known the start of {@code inversion}
 */
public record RestorationRequest(
    String method,
    Map<String, String> parameters,
    Optional<ModelPackage> protector,
    Optional<ModelPackage> remover) {
  public RestorationRequest {
    parameters = Map.copyOf(parameters);
  }
}
