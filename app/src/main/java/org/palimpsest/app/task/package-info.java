/** The one door to work in the background: progress, cancellation, and errors that never vanish. */
package org.palimpsest.app.task;
