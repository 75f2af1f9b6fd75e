/** The one door to a case: made, opened for writing, or opened for reading. */
package org.palimpsest.evidence.casefile;
