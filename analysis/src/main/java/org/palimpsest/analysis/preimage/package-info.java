/**
 * Solves y + δ(y) = x' for y, the recording before protection. Knows signals and a perturbation,
 * and neither packages nor cases. {@link org.palimpsest.analysis.preimage.PreImage} is the door;
 * {@link org.palimpsest.analysis.preimage.FixedPoint} is how version 1 of the inversion did it.
 */
package org.palimpsest.analysis.preimage;
