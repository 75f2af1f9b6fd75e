/**
 * RFC 6962 audit paths and consistency proofs: made from leaf hashes, checked from roots. Pure, and
 * written a second time, apart from the tree that the ledger's writer keeps.
 */
package org.palimpsest.evidence.proof;
