/** Before a case is open: new case, open case, demo case. */
package org.palimpsest.app.ui.start;
