/** How the window stood, kept for the next start. Nothing of it is evidence. */
package org.palimpsest.app.ui.state;
