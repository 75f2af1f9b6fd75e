package org.palimpsest.app.evaluate;

/** Names of figures that the tables ask for; a method's own figures keep their names. */
final class Figure {
  static final String SNR = "snrToOriginalDb";
  static final String SI_SDR = "siSdrDb";
  static final String ESTOI = "estoi";
  static final String PITCH_CORRELATION = "pitchCorrelation";
  static final String BIT_EXACT = "bitExactShare";
  static final String UNSETTLED = "unsettledShare";
  static final String ERROR_IN_UNSETTLED = "errorEnergyInUnsettledShare";
  static final String NOTHING_LEFT = "perturbationOffShare";
  static final String EXACT_IMAGE = "exactImageShare";
  static final String BOUNDED = "boundedShare";
  static final String BOUND_HOLDS = "boundHoldsShare";
  static final String BOUND_EXCESS = "boundExcessDb";
  static final String AMBIGUOUS = "ambiguousShare";
  static final String ERROR_IN_AMBIGUOUS = "errorEnergyInAmbiguousShare";
  static final String CERTAIN = "certainShare";
  static final String CERTAIN_RIGHT = "certainRightShare";
  static final String FORWARD_RESIDUAL = "forwardResidualDb";
  static final String EVALUATIONS = "evaluations";
  static final String PROCESSOR_SECONDS = "processorSeconds";
  static final String EVALUATION_SECONDS = "oneEvaluationProcessorSeconds";
  static final String SECONDS = "seconds";

  private Figure() {}
}
