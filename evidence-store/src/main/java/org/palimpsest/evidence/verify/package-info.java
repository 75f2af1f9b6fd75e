/**
 * Checks a case from its bytes alone. Reads only, shares no code with what writes a case (just the
 * pure format and the read-only opening), and has a main class of its own.
 */
package org.palimpsest.evidence.verify;
