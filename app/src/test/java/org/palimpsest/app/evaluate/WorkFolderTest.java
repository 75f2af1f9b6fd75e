package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.compare.Embedding;

@DisplayName("the work folder")
final class WorkFolderTest {
  private static final String KEY = "0f".repeat(32);

  @TempDir private Path out;
  private WorkFolder folder;
  private final Map<String, Treated> conditions = new TreeMap<>();

  @BeforeEach
  void open() throws Exception {
    folder = new WorkFolder(Optional.of(out));
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("snrToOriginalDb", Double.POSITIVE_INFINITY);
    figures.put("estoi", 1 / 3.0);
    SortedMap<String, Embedding> voices = new TreeMap<>();
    voices.put("e1", Embedding.of(new double[] {0.1, -0.7, 1e-9}));
    conditions.put("adv", new Treated(figures, voices, Optional.empty()));
    conditions.put("rst inversion", Treated.refused("it did not converge"));
  }

  private Path file() {
    return out.resolve("work").resolve(KEY + ".json");
  }

  @Test
  @DisplayName("gives back what was kept, to the last digit")
  void keeps() throws Exception {
    assertThat(folder.find(KEY)).isEmpty();
    folder.keep(KEY, conditions);
    SortedMap<String, Treated> found = new WorkFolder(Optional.of(out)).find(KEY).get();
    assertThat(found.keySet()).containsExactly("adv", "rst inversion");
    Treated adv = found.get("adv");
    assertThat(adv.figures()).isEqualTo(conditions.get("adv").figures());
    assertThat(adv.voices().get("e1").similarity(conditions.get("adv").voices().get("e1")))
        .isGreaterThan(1 - 1e-15);
    assertThat(found.get("rst inversion").refusal()).hasValue("it did not converge");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"key\":\"other\",\"conditions\":{}}",
        "{\"key\":\"KEY\"}",
        "{\"key\":\"KEY\",\"conditions\":{\"adv\":3}}",
        "{\"key\":\"KEY\",\"conditions\":{\"adv\":{\"figures\":{\"a\":\"b\"},\"voices\":{}}}}",
        "{\"key\":\"KEY\",\"conditions\":{\"adv\":{\"figures\":{},\"voices\":{\"e\":[\"0\"]}}}}"
      })
  @DisplayName("takes a damaged file for none:")
  void damaged(String content) throws Exception {
    folder.keep(KEY, conditions);
    Files.writeString(file(), content.replace("KEY", KEY));
    assertThat(folder.find(KEY)).isEmpty();
  }

  @Test
  @DisplayName("keeps nothing where there is none")
  void none() throws Exception {
    WorkFolder nowhere = new WorkFolder(Optional.empty());
    nowhere.keep(KEY, conditions);
    assertThat(nowhere.find(KEY)).isEmpty();
  }

  @Test
  @DisplayName("is refused where nothing can be written, by name")
  void unwritable() throws Exception {
    Path taken = Files.writeString(out.resolve("taken"), "a file");
    assertThatThrownBy(() -> new WorkFolder(Optional.of(taken)))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(taken + ": cannot be written")
        .hasMessageEndingWith("choose another folder with --out");
    assertThatThrownBy(() -> WorkFolder.write(taken.resolve("x"), "text"))
        .isInstanceOf(RefusedException.class);
  }
}
