package org.palimpsest.analysis.ffmpeg.child;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.palimpsest.analysis.ffmpeg.Coding;

/** Decodes or codes standard input to standard output, once. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    Patience patience = Patience.start();
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    AnswerWriter answer = new AnswerWriter(out, patience);
    try {
      answer.facts(run(args, System.in, answer));
    } catch (FfmpegException e) {
      answer.refusal(e.getMessage());
    } catch (LinkageError e) {
      answer.refusal("FFmpeg's libraries cannot be loaded (" + e.getMessage() + ")");
    } catch (OutOfMemoryError e) {
      answer.refusal("FFmpeg needs more memory for this than it is given");
    }
    out.flush();
    System.exit(0); // at once: threads of native code are not waited for
  }

  private static String run(String[] args, InputStream in, AnswerWriter answer)
      throws IOException, FfmpegException {
    Libraries.load();
    if (args[0].equals("decode")) {
      try (OpenedFile file = OpenedFile.open("fd:")) {
        return FactsText.of(new Decoding(file, answer).run());
      }
    }
    Coding coding = new Coding(args[1], args[2], Integer.parseInt(args[3]));
    try (Encoding encoding = Encoding.open(coding, Integer.parseInt(args[4]))) {
      encoding.run(in, answer);
    }
    return "{}";
  }
}
