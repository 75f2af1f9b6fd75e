/** Annotations in the files of other programs: Praat's TextGrid and CSV. */
package org.palimpsest.app.annotation.exchange;
