package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.sql.SQLException;

/** The rows of a case, wherever they lie. What a row cannot give is handed over as null. */
interface CaseRows {
  /** Hands over every entry, the oldest first. */
  void entries(EntrySink sink) throws SQLException, IOException;

  /** Hands over every checkpoint, the smallest first. */
  void checkpoints(CheckpointSink sink) throws SQLException, IOException;

  /** Compares whatever else the rows come with. */
  default void compareWith(PrefixTree tree) throws IOException {}

  /** Takes entries. */
  @FunctionalInterface
  interface EntrySink {
    /**
     * @param seq its place, -1 if that is no integer
     * @param body its bytes, null unless they are a blob of at most 16 MiB
     * @param leafHash 32 bytes, or null
     */
    void entry(long seq, byte[] body, byte[] leafHash) throws SQLException;
  }

  /** Takes checkpoints. */
  @FunctionalInterface
  interface CheckpointSink {
    /**
     * @param size as the row has it, -1 if that is no integer
     * @param note its bytes, null unless they are a text of at most 64 KiB
     */
    void checkpoint(long size, byte[] note);
  }
}
