/** Writes a case as one file that anyone can check: a BagIt bag in a zip, bundle format 1. */
package org.palimpsest.evidence.bundle;
