/** What marks a {@code case.db}, and how to read one without changing a byte of it. */
package org.palimpsest.evidence.database;
