/** The ledger of the open case, as it grows. */
package org.palimpsest.app.ui.ledger;
