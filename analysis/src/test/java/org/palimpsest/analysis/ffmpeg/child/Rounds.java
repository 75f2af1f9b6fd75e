package org.palimpsest.analysis.ffmpeg.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import org.palimpsest.analysis.ffmpeg.StreamFacts;

/**
 * Damages a file in many ways and decodes each in this process: a test starts it as a process of
 * its own, so that a crash is seen and hurts nobody.
 */
final class Rounds {
  private Rounds() {}

  /** Prints how often what came out: {@code sound}, {@code remarked} or {@code refused}. */
  public static void main(String[] args) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(args[0]));
    Path damaged = Path.of(args[0] + ".damaged");
    int rounds = Integer.parseInt(args[1]);
    Random random = new Random(rounds);
    Libraries.load();
    AnswerWriter nowhere =
        new AnswerWriter(new DataOutputStream(OutputStream.nullOutputStream()), Patience.start());
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      Files.write(damaged, round % 2 == 0 ? flipped(whole, random) : cut(whole, random));
      outcomes.merge(outcome(damaged, nowhere), 1, Integer::sum);
    }
    new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8")
        .println(outcomes);
  }

  private static String outcome(Path file, AnswerWriter answer) throws IOException {
    try (OpenedFile opened = OpenedFile.open("file:" + file)) {
      StreamFacts facts = new Decoding(opened, answer).run();
      return facts.remarks().isEmpty() ? "sound" : "remarked";
    } catch (FfmpegException e) {
      return e.getMessage().contains("\n") ? "two lines" : "refused";
    }
  }

  /** Some bytes are others: often in the header, where lengths and counts stand. */
  private static byte[] flipped(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int reach = random.nextBoolean() ? Math.min(600, bytes.length) : bytes.length;
    for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
      bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] cut(byte[] whole, Random random) {
    return java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
  }
}
