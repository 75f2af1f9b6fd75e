package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a line of a bundle")
final class BundleLineTest {
  private static final Sha256 ONE = Sha256.hash(new byte[] {1});
  private static final Sha256 TWO = Sha256.hash(new byte[] {2});

  @Test
  @DisplayName("is canonical JSON and reads back as it was")
  void roundTrip() {
    BundleLine line = new BundleLine("{\"a\":1}", ONE, List.of(ONE, TWO), 7);
    assertThat(line.text())
        .isEqualTo(
            "{\"body\":{\"a\":1},\"leafHash\":\"%s\",\"proof\":[\"%s\",\"%s\"],\"seq\":7}",
            ONE, ONE, TWO)
        .isEqualTo(CanonicalJson.text(JsonParser.parse(line.text())));
    assertThat(BundleLine.parse(line.text())).isEqualTo(line);
    BundleLine first = new BundleLine("{}", ONE, List.of(), 0);
    assertThat(BundleLine.parse(first.text())).isEqualTo(first);
  }

  @Test
  @DisplayName("keeps a body that looks like the rest of the line, or is as deep as JSON may be")
  void oddBodies() {
    String mimic = "{\"x\":{\"body\":{},\"leafHash\":\"" + ONE + "\",\"proof\":[],\"seq\":1}}";
    String deep = "{\"x\":" + "[".repeat(63) + "]".repeat(63) + "}";
    for (String body : List.of(mimic, deep)) {
      BundleLine line = new BundleLine(body, TWO, List.of(ONE), 3);
      assertThat(BundleLine.parse(line.text())).isEqualTo(line);
      assertThat(JsonParser.parse(body)).isInstanceOf(JsonObject.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"body\":{}}",
        "{\"body\":{},\"leafHash\":\"00\",\"proof\":[],\"seq\":1}",
        "{\"body\":{},\"leafHash\":\"H\",\"proof\":[\"x\"],\"seq\":1}",
        "{\"body\":{},\"leafHash\":\"H\",\"proof\":[]}",
        "{\"body\":{},\"leafHash\":\"H\",\"proof\":[],\"seq\":\"1\"}",
        "{\"body\":{},\"leafHash\":\"H\",\"proof\":[],\"seq\":1} ",
        "{\"body\":{},\"leafHash\":\"H\",\"proof\":[], \"seq\":1}",
        "{\"body\":{},\"leafHash\":\"H\",\"proof\":[],\"seq\":1,\"zoo\":2}",
        "{\"body\":{},\"leafHash\":\"H\",\"seq\":1,\"proof\":[]}",
        " {\"body\":{},\"leafHash\":\"H\",\"proof\":[],\"seq\":1}"
      })
  @DisplayName("is refused in any other form")
  void refuses(String line) {
    String text = line.replace("H", ONE.hex());
    assertThatThrownBy(() -> BundleLine.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
