/** The ledger's figures in words and units: one wording for window, page and terminal. */
package org.palimpsest.app.words;
