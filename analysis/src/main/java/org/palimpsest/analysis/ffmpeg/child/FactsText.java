package org.palimpsest.analysis.ffmpeg.child;

import com.google.gson.Gson;
import org.palimpsest.analysis.ffmpeg.StreamFacts;

/** Facts as JSON, for the pipe. */
final class FactsText {
  private FactsText() {}

  static String of(StreamFacts facts) {
    return new Gson().toJson(facts);
  }
}
