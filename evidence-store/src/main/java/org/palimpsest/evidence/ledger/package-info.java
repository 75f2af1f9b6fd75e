/** The append-only table, its Merkle tree and its signed checkpoints: the writing side. */
package org.palimpsest.evidence.ledger;
