/**
 * The bytes of case format 1: hashes, canonical JSON, signed notes. Pure values, no files, no SQL;
 * the only package that the writer and the verifier have in common.
 */
package org.palimpsest.evidence.format;
