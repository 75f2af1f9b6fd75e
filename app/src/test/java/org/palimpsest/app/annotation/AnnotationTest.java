package org.palimpsest.app.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("an annotation")
final class AnnotationTest {
  @Test
  @DisplayName("comes back from canonical JSON as it was, in one order")
  void roundTrip() {
    Annotations some = Marked.some();
    byte[] bytes = AnnotationJson.bytes(some);
    assertThat(AnnotationJson.read(bytes)).isEqualTo(some);
    List<Annotation> turned = new java.util.ArrayList<>(some.list());
    java.util.Collections.reverse(turned);
    assertThat(AnnotationJson.bytes(new Annotations(some.signal(), turned))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "annotations/1 | annotations/2",
        "\"kind\":\"point\" | \"kind\":\"circle\"",
        "\"samples\":160000 | \"samples\":100",
        "\"lowHz\":\"1200\" | \"lowHz\":\"1200.0\"",
        "\"lowHz\":\"1200\" | \"lowHz\":\"NaN\"",
        "{\"annotations\" | { \"annotations\"",
      })
  @DisplayName("is read in no other form")
  void otherForms(String from, String to) {
    String text = new String(AnnotationJson.bytes(Marked.some()), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    byte[] changed = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> AnnotationJson.read(changed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("lies within its signal and has an id of its own")
  void within() {
    Annotation late = Marked.one(new Mark.Region(5, 160_001), "t", "l");
    assertThatThrownBy(() -> Marked.of(late)).hasMessageContaining("behind the end of Q1");
    assertThatThrownBy(() -> Marked.of(Marked.click(160_000))).hasMessageContaining("end of Q1");
    Annotation click = Marked.click(5);
    assertThatThrownBy(() -> Marked.of(click, click)).hasMessageContaining("given twice");
  }

  @Test
  @DisplayName("is impossible with an empty stretch or range")
  void impossible() {
    assertThatThrownBy(() -> new Mark.Region(5, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mark.Point(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Band(5, 5.0001)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Band(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Band(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Band(0.00049, 1.2345).highHz()).isEqualTo(1.234);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", " x", "a\u0000b", "half \ud83c"})
  @DisplayName("has words of one line, and any text can be cleaned into such")
  void words(String text) {
    assertThatThrownBy(() -> Marked.one(new Mark.Point(1), "t", text))
        .isInstanceOf(IllegalArgumentException.class);
    String clean = Words.clean(text + "x");
    assertThat(Marked.one(new Mark.Point(1), "t", clean).label()).isEqualTo(clean);
  }

  @Test
  @DisplayName("has words of a bounded length, cut where there are more")
  void longWords() {
    String clean = Words.clean("é".repeat(Words.LONGEST + 5));
    assertThat(clean).hasSize(Words.LONGEST).endsWith("…");
    String emoji = Words.clean("a" + "🎧".repeat(Words.LONGEST));
    assertThat(emoji.length()).isLessThanOrEqualTo(Words.LONGEST);
    assertThat(Marked.one(new Mark.Point(1), "t", emoji).label()).isEqualTo(emoji);
  }

  @Test
  @DisplayName("moves without becoming another one")
  void moves() {
    for (Annotation one : Marked.some().list()) {
      Mark moved = one.mark().at(7, 9);
      assertThat(moved.kind()).isEqualTo(one.mark().kind());
      assertThat(moved.frequencies()).isEqualTo(one.mark().frequencies());
      assertThat(moved.start()).isEqualTo(7);
    }
  }

  @Test
  @DisplayName("counts in samples that a time in decimals finds again, at every rate")
  void decimals() {
    for (int hertz : new int[] {8000, 11_025, 16_000, 44_100, 768_000}) {
      AnnotatedSignal signal =
          new AnnotatedSignal("Q1", Marked.SIGNAL.sha256(), 1, hertz, Integer.MAX_VALUE);
      for (long sample = 0; sample < Integer.MAX_VALUE; sample = sample * 3 + 1) {
        double seconds = Double.parseDouble(signal.decimalSeconds(sample));
        assertThat(signal.sample(seconds)).isEqualTo(sample);
      }
    }
  }

  @Test
  @DisplayName("is offered terms of the field, each once and each a label")
  void vocabulary() {
    List<String> terms = Vocabulary.ofTheField().terms();
    assertThat(terms).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    terms.forEach(term -> assertThat(Words.clean(term)).isEqualTo(term));
  }
}
