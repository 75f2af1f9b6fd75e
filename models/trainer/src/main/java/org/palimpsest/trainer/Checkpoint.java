package org.palimpsest.trainer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * All that a training needs to go on as if it had never stopped.
 *
 * @param step the last one done
 * @param lossSum of the steps since the last report
 */
record Checkpoint(int step, double lossSum, int lossCount, AdamState state) {
  private static final long MAGIC = 0x50414C5452414931L; // "PALTRAI1"
  private static final int HASH = 32;
  private static final int HEAD = Long.BYTES + HASH + 4 * Integer.BYTES + Double.BYTES;

  /**
   * @param plan the hash of what it is a checkpoint of
   */
  void write(Path file, String plan) throws TrainerException {
    int count = state.values().length;
    ByteBuffer out = ByteBuffer.allocate(HEAD + 3 * Float.BYTES * count + Long.BYTES);
    out.putLong(MAGIC).put(HexFormat.of().parseHex(plan)).putInt(step).putDouble(lossSum);
    out.putInt(lossCount).putInt(count).putInt(0);
    for (float[] part : new float[][] {state.values(), state.first(), state.second()}) {
      for (float value : part) {
        out.putFloat(value);
      }
    }
    out.putLong(sum(out.array()));
    new OutputFile(file).write(out.array());
  }

  /**
   * @param count of values that the graph has
   * @return empty where there is none yet
   * @throws TrainerException if it is damaged or of another plan
   */
  static Optional<Checkpoint> read(Path file, String plan, int count) throws TrainerException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TrainerException(file + ": cannot be read (" + e.getMessage() + ")");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length != HEAD + 3 * Float.BYTES * count + Long.BYTES
        || in.getLong(0) != MAGIC
        || in.getLong(bytes.length - Long.BYTES) != sum(bytes)) {
      throw new TrainerException(file + ": damaged; delete it to begin anew");
    }
    byte[] hash = new byte[HASH];
    in.position(Long.BYTES).get(hash);
    if (!HexFormat.of().formatHex(hash).equals(plan)) {
      throw new TrainerException(file + ": of another training; choose another --out");
    }
    int step = in.getInt();
    double lossSum = in.getDouble();
    int lossCount = in.getInt();
    in.position(HEAD);
    float[][] parts = new float[3][count];
    for (float[] part : parts) {
      in.asFloatBuffer().get(part);
      in.position(in.position() + Float.BYTES * count);
    }
    return Optional.of(
        new Checkpoint(step, lossSum, lossCount, new AdamState(parts[0], parts[1], parts[2])));
  }

  private static long sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    return sum.getValue();
  }
}
