package org.palimpsest.app.ui.state;

import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;

/**
 * How a case stood in the window.
 *
 * @param lanes empty where none was open
 * @param selected id of what the inspector showed, or empty
 * @param columns places of the dividers between the columns, as shares
 * @param rows of those above the ledger
 */
public record CaseState(
    Optional<LanesState> lanes, String selected, List<Double> columns, List<Double> rows) {
  public CaseState {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  JsonObject toJson() {
    JsonObject json =
        JsonObject.empty()
            .with("format", "palimpsest-case-state/1")
            .with("selected", selected)
            .with("columns", Numbers.array(columns))
            .with("rows", Numbers.array(rows));
    return lanes.map(LanesState::toJson).map(seen -> json.with("lanes", seen)).orElse(json);
  }

  static CaseState from(JsonObject json) {
    return new CaseState(
        json.has("lanes") ? Optional.of(LanesState.from(json.object("lanes"))) : Optional.empty(),
        json.string("selected"),
        Numbers.list(json, "columns"),
        Numbers.list(json, "rows"));
  }
}
