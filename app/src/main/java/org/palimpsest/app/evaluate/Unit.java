package org.palimpsest.app.evaluate;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.evaluation.Purification;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.restoration.RestorationPlanner;
import org.palimpsest.evidence.format.Sha256;

/** One utterance through one protector and one wire: what is computed and kept in one piece. */
record Unit(Utterance utterance, Defence defence, Wire wire, Roster roster, long seed) {
  /** Raised when a figure may change. */
  private static final String VERSION = "1";

  /**
   * A hash of everything that decides the result.
   *
   * @param program version, engine and processor
   */
  String key(String program) throws RefusedException {
    List<String> parts = new ArrayList<>(List.of(VERSION, program, utterance.sha256(), wire.id()));
    parts.add(defence.protector().sha256());
    for (Removal removal : defence.removals()) {
      parts.add(new RestorationPlanner().plan(removal.request(), "").plan().toString());
    }
    Purification.baselines().forEach(baseline -> parts.add(baseline.words()));
    roster.encoders().stream().map(ModelPackage::sha256).forEach(parts::add);
    parts.add(Long.toString(noiseSeed()));
    return Sha256.hash(new Gson().toJson(parts).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Each utterance has noise of its own, whatever the order of the work. */
  long noiseSeed() {
    return seed ^ Long.parseUnsignedLong(utterance.sha256().substring(0, 16), 16);
  }
}
