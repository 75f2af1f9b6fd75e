package org.palimpsest.app.evaluate;

import java.util.List;
import org.palimpsest.analysis.inference.ModelPackage;

/** A protector and the ways to take it off. */
record Defence(ModelPackage protector, List<Removal> removals) {}
