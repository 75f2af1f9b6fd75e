/**
 * Reads a BagIt 1.0 bag (RFC 8493) that somebody else may have made to do harm: as one zip file, or
 * as the folder that comes out of it. Nothing of it is trusted; what is not plainly right is
 * refused.
 */
package org.palimpsest.evidence.bag;
