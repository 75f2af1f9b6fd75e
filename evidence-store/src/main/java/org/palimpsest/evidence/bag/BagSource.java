package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/**
 * Where the files of a bag come from. Names are relative to the bag's top folder, with {@code /}.
 */
sealed interface BagSource extends AutoCloseable permits ZipSource, FolderSource {
  /** Every file with its size in bytes. */
  SortedMap<String, Long> files();

  /**
   * A file from its beginning; the stream fails if it does not end exactly at its size.
   *
   * @throws IOException if there is no such file
   */
  InputStream open(String name) throws IOException;

  @Override
  void close() throws IOException;
}
