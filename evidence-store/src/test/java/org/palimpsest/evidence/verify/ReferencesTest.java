package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

@DisplayName("what an entry names")
final class ReferencesTest {
  private static final String STEP =
      "'kind':'restoration','version':1,'plan':{},'outcome':'completed',";

  private final References references = new References();

  /** 1: Q1 with content a. 2: R1 made of it, content b. 3: an opinion. 4: a kind of later days. */
  @BeforeEach
  void tell() {
    take(1, "{'kind':'recording-imported','version':1,'id':'Q1','blobs':[A]}");
    take(2, "{" + STEP + "'id':'R1','blobs':[A,B],'inputs':[Q1/A],'outputs':[R1/B]}");
    take(3, "{'kind':'opinion-stated','version':1,'id':'O1','about':['Q1','R1'],'blobs':[]}");
    take(4, "{'kind':'weather-observed','version':2,'id':'W1','blobs':[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'recording-imported','version':1,'id':'Q2','blobs':[A]}",
        "{S'id':'R2','blobs':[B],'inputs':[R1/B,Q1/A],'outputs':[R2/B]}",
        "{S'id':'R2','blobs':[B],'inputs':[R1/A],'outputs':[R3/B]}",
        "{S'blobs':[C],'inputs':[Q1/A],'outputs':[R9/C]}",
        "{S'id':'R2','blobs':[],'inputs':[],'outputs':[]}",
        "{'kind':'opinion-stated','version':1,'id':'O2','about':['R1','O1','W1'],'blobs':[]}",
        "{'kind':'opinion-stated','version':1,'id':'O2','about':[],'replaces':'O1','blobs':[]}",
        "{'kind':'annotations-entered','version':1,'id':'A1','signal':Q1/A,'blobs':[C]}",
        "{'kind':'annotations-entered','version':1,'id':'A1','signal':R1/B,'blobs':[C]}",
        "{'kind':'listening-test-entered','version':1,'id':'L1','signals':[Q1/A,R1/B],'blobs':[]}",
        "{'kind':'note','version':1,'id':7,'blobs':[]}",
        "{'kind':'recording-imported','version':2,'id':'Q1','blobs':[A]}",
      })
  @DisplayName("is what an entry before it made")
  void sound(String body) {
    assertThatCode(() -> references.check(parse(body))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'recording-imported','version':1,'id':'Q1','blobs':[A]}"
            + "| the name Q1 was given by entry 1 before",
        "{'kind':'report-issued','version':1,'id':'O1','blobs':[A]}"
            + "| the name O1 was given by entry 3 before",
        "{S'id':'R1','blobs':[B],'inputs':[],'outputs':[]} | the name R1 was given by entry 2",
        "{S'id':'R2','blobs':[C],'inputs':[],'outputs':[Q1/C]} | the name Q1 was given by entry 1",
        "{S'id':'R2','blobs':[],'inputs':[Q7/A],'outputs':[]}"
            + "| its input Q7, which no entry before it made",
        "{S'id':'R2','blobs':[B],'inputs':[R2/B],'outputs':[R2/B]}"
            + "| its input R2, which no entry before it made",
        "{S'id':'R2','blobs':[],'inputs':[Q1/B],'outputs':[]}"
            + "| its input Q1 has a SHA-256 that no content of that name had before it",
        "{S'id':'R2','blobs':[A],'inputs':[],'outputs':[R2/B]}"
            + "| its output R2 is not among the content that it stores",
        "{'kind':'opinion-stated','version':1,'id':'O2','about':['Q1','Q7'],'blobs':[]}"
            + "| it is about Q7, which no entry before it made",
        "{'kind':'opinion-stated','version':1,'id':'O2','about':['O2'],'blobs':[]}"
            + "| it is about O2, which no entry before it made",
        "{'kind':'opinion-stated','version':1,'id':'O2','about':[],'replaces':'R1','blobs':[]}"
            + "| it replaces R1, which is no opinion before it",
        "{'kind':'opinion-stated','version':1,'id':'O2','about':[],'replaces':'O2','blobs':[]}"
            + "| it replaces O2, which is no opinion before it",
        "{'kind':'annotations-entered','version':1,'id':'A1','signal':Q7/A,'blobs':[C]}"
            + "| its signal Q7, which no entry before it made",
        "{'kind':'annotations-entered','version':1,'id':'A1','signal':Q1/B,'blobs':[C]}"
            + "| its signal Q1 has a SHA-256 that no content of that name had before it",
        "{'kind':'listening-test-entered','version':1,'id':'L1','signals':[Q1/A,R1/C],'blobs':[]}"
            + "| its signal R1 has a SHA-256 that no content of that name had before it",
        "{Y'replayed':{'id':'R1','seq':1},'blobs':[],'inputs':[],'outputs':[]}"
            + "| it replays R1 in entry 1, which is not there",
        "{Y'replayed':{'id':'R7','seq':2},'blobs':[],'inputs':[],'outputs':[]}"
            + "| it replays R7 in entry 2, which is not there",
      })
  @DisplayName("is a finding otherwise:")
  void broken(String body, String words) {
    assertThatThrownBy(() -> references.check(parse(body)))
        .isInstanceOf(BrokenRule.class)
        .hasMessageStartingWith(words);
  }

  @Test
  @DisplayName("may be what a malformed entry made, so that one fault is not told of many entries")
  void afterMalformed() {
    references.remember(5, parse("{'kind':'restoration','version':1,'id':'R5','blobs':[C]}"));
    references.remember(6, parse("{'kind':'x','version':1,'id':'R6','blobs':[],'outputs':[7]}"));
    references.remember(7, parse("{'kind':'x','version':1,'id':'R7','blobs':[],'outputs':7}"));
    String body = "{S'id':'R8','blobs':[],'inputs':[R5/C],'outputs':[]}";
    assertThatCode(() -> references.check(parse(body))).doesNotThrowAnyException();
    Finding finding =
        BrokenRule.finding(8, new BrokenRule(Cause.REFERENCE_INVALID, "it is about Q7"));
    assertThat(finding.line()).isEqualTo("ledger 8: it is about Q7");
  }

  private void take(long seq, String text) {
    JsonObject body = parse(text);
    references.check(body);
    references.remember(seq, body);
  }

  private static JsonObject parse(String text) {
    String json =
        text.replace("{S", "{" + STEP).replace("{Y", "{" + STEP.replace("restoration", "replay"));
    for (String letter : new String[] {"A", "B", "C"}) {
      String hash = letter.toLowerCase(java.util.Locale.ROOT).repeat(64);
      json =
          json.replaceAll("(\\w\\d)/" + letter, "{'id':'$1','sha256':'" + hash + "'}")
              .replaceAll(
                  "([\\[,])" + letter + "\\b", "$1{'role':'r','sha256':'" + hash + "','size':1}");
    }
    return JsonParser.parseObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
