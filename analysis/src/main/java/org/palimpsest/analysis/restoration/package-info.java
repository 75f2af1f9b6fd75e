/** Takes protection off a recording. The mathematics is in docs/methods. */
package org.palimpsest.analysis.restoration;
