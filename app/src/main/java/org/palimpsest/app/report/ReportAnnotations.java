package org.palimpsest.app.report;

import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/**
 * What was marked in one signal, as it was entered last.
 *
 * @param entry that took it in
 */
public record ReportAnnotations(LedgerEntry entry, Annotations annotations) {}
