/** The newest checkpoint of each case, kept outside the case: what shows that a tail was cut. */
package org.palimpsest.evidence.anchor;
