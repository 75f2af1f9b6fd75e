package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.analysis.RefusedException;

/** One container and its codings. Stateless: safe for several threads. */
interface AudioDecoder {
  /** Whether the first bytes of a file (up to 16) are of this decoder's container. */
  boolean recognises(byte[] head);

  /**
   * Decodes the whole file into {@code sink}.
   *
   * @throws RefusedException if the file is damaged, truncated or of a coding that is not known
   */
  AudioFacts decode(Path file, SampleSink sink) throws IOException, RefusedException;
}
