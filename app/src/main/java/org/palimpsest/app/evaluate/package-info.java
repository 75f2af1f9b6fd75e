/** Evaluates protectors and their removal on speech whose originals are known; touches no case. */
package org.palimpsest.app.evaluate;
