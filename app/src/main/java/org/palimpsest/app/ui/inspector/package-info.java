/** Facts of what is selected, and what can be done with it. */
package org.palimpsest.app.ui.inspector;
