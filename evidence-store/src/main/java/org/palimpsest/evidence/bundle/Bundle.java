package org.palimpsest.evidence.bundle;

import java.nio.file.Path;
import org.palimpsest.evidence.blob.BlobRef;

/**
 * A bundle that was written.
 *
 * @param file where it is
 * @param content SHA-256 and size of the zip file
 * @param checkpointSize entries in it: the case may have more by now
 * @param omitted blobs that were left out
 */
public record Bundle(Path file, BlobRef content, long checkpointSize, int omitted) {}
