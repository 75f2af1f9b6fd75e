/**
 * Version 1 of a ledger entry: the fields that are always there, and those of a step. A later
 * version gets a package of its own, and this one stays readable.
 */
package org.palimpsest.evidence.entry.v1;
