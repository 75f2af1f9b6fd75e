package org.palimpsest.app.evaluate;

import com.google.gson.JsonObject;
import java.util.List;

/** A finished evaluation. Immutable. */
public final class Evaluation {
  private final Header header;
  private final List<VerificationRow> verification;
  private final List<SignalRow> signals;
  private final List<UtteranceRow> utterances;

  Evaluation(
      Header header,
      List<VerificationRow> verification,
      List<SignalRow> signals,
      List<UtteranceRow> utterances) {
    this.header = header;
    this.verification = List.copyOf(verification);
    this.signals = List.copyOf(signals);
    this.utterances = List.copyOf(utterances);
  }

  /** The tables for a reader. */
  public String markdown() {
    return new EvaluationMarkdown(this).text();
  }

  /** Everything, with every digit and every utterance. */
  public JsonObject json() {
    return EvaluationJson.of(this);
  }

  /** Files that could not be used, one line each. */
  public List<String> skipped() {
    return header.data().skipped();
  }

  Header header() {
    return header;
  }

  List<VerificationRow> verification() {
    return verification;
  }

  List<SignalRow> signals() {
    return signals;
  }

  List<UtteranceRow> utterances() {
    return utterances;
  }
}
