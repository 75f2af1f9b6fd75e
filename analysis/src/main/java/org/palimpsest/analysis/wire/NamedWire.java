package org.palimpsest.analysis.wire;

import org.palimpsest.analysis.evaluation.Wire;

/** A wire that says what it does. */
public sealed interface NamedWire extends Wire
    permits CodecWire, TelephoneWire, ResamplingWire, GainWire {
  /** Name, parameters, and the version of what does it where that is not this program. */
  String words();
}
