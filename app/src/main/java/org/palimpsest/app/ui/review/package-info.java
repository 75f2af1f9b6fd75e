/** A second person's view of the case, and what may leave the laboratory. */
package org.palimpsest.app.ui.review;
