package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.ffmpeg.Coding;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("A report of a lossy recording")
final class LossyInReportTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("prints what the file promises, what was left out, and every remark")
  void printsPaddingAndRemarks() throws Exception {
    Assumptions.assumeTrue(Ffmpeg.isThere(), "FFmpeg's libraries are not for this system");
    Bench bench = new Bench(folder);
    byte[] mp3 =
        new Ffmpeg(folder.resolve("user/ffmpeg"))
            .encode(new Coding("libmp3lame", "mp3", 64_000), 16_000, new short[16_000]);
    Path whole = Files.write(folder.resolve("call.mp3"), mp3);
    Path half = Files.write(folder.resolve("half.mp3"), Arrays.copyOf(mp3, mp3.length / 2));
    try (CaseFile file = bench.newCase("a")) {
      bench.take(file, whole, ExhibitRole.QUESTIONED);
      bench.take(file, half, ExhibitRole.QUESTIONED);
      bench.workbench().issueReport().run(file, bench.path("a.pdf"));
    }
    String text = Printed.read(Files.readAllBytes(bench.path("a.pdf"))).squeezed();
    assertThat(text)
        .contains("16000samples,0atfullscale,0.00sactivebyenergy(FFmpeg8.0.1mp3float")
        .contains("16000samplespromisedbythefile,1105and")
        .contains("thefilepromises16000samples,");
  }
}
