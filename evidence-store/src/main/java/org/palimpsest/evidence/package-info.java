/**
 * The case folder, its content-addressed blobs, its append-only ledger and the verifier.
 *
 * <p>Knows nothing of audio.
 */
package org.palimpsest.evidence;
