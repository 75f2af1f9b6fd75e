/** The report: from the ledger at one checkpoint to pages. It computes nothing. */
package org.palimpsest.app.report;
