/**
 * Time stamps of an outside authority (RFC 3161) over the root of a checkpoint: a query is made, a
 * response is checked. Nothing here reaches the network; how a query travels is the examiner's
 * choice.
 */
package org.palimpsest.evidence.timestamp;
