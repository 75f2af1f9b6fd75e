/** The examiner's key: one Ed25519 pair in a PKCS#12 file of the examiner's own. */
package org.palimpsest.evidence.key;
