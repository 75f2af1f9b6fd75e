package org.palimpsest.analysis.audio;

import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.analysis.RefusedException;

/** Reads files of one container. Stateless: safe for several threads. */
interface AudioDecoder {
  /**
   * Decodes the whole file into {@code sink}.
   *
   * @throws RefusedException if the file is damaged, truncated or of a coding that is not known
   */
  AudioFacts decode(Path file, SampleSink sink) throws IOException, RefusedException;
}
