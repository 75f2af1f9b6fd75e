package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.JsonValue;

@DisplayName("the verifier knows the fields of each kind:")
final class KindRulesTest {
  private static final String KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  private static final String STEP =
      "'plan':{'method':'replay'},'outcome':'completed','inputs':[],'outputs':[],'models':[],"
          + "'environment':{},'results':{}";
  private static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("recording-imported", "'id':'R1','label':'l'"),
          Map.entry("restoration", STEP),
          Map.entry("comparison", STEP),
          Map.entry("replay", STEP + ",'replayed':{'id':'R1','seq':6}"),
          Map.entry("report-issued", "'id':'P1','fileName':'f','checkpointSize':7,'blobs':[B]"),
          Map.entry("case-amended", "'field':'title','value':'v','reason':'r'"),
          Map.entry("case-migrated", "'migration':'m','backup':{'fileName':'f','sha256':'H'}"),
          Map.entry("person-admitted", "'person':{'name':'n','publicKey':'K','role':'reader'}"),
          Map.entry("person-dismissed", "'person':{'name':'n','publicKey':'K'},'reason':'r'"),
          Map.entry("opinion-stated", "'id':'O1','about':['R1'],'text':'t','replaces':'O0'"),
          Map.entry(
              "annotations-entered",
              "'id':'A1','signal':{'id':'Q1','sha256':'H'},'count':0,'blobs':[N]"),
          Map.entry(
              "listening-test-entered",
              "'id':'L1','signals':[{'id':'Q1','sha256':'H'},{'id':'R1','sha256':'H'}],"
                  + "'startSample':0,'endSample':1,'gainDb':'-0.10','order':'ABB',"
                  + "'answers':'BBB','planned':12"),
          Map.entry(
              "review-received",
              "'id':'V1','reviewer':{'name':'n','publicKey':'K'},'verdict':'agrees','comments':0,"
                  + "'signedTime':'2026-03-01T12:00:00.000Z',"
                  + "'report':{'id':'P1','sha256':'H'},'blobs':[C]"),
          Map.entry("report-released", "'report':{'id':'P1','sha256':'H'}"),
          Map.entry(
              "bundle-issued", "'id':'B1','checkpointSize':1,'sha256':'H','size':1,'omitted':0"),
          Map.entry(
              "time-stamp-received",
              "'id':'T1','checkpointSize':7,'stampedTime':'2026-03-02T08:00:00.250Z',"
                  + "'authority':'a','serial':'1','policy':'1.2','blobs':[Q,A]"));

  static Stream<String> kinds() {
    return SOUND.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  @DisplayName("all that are there are enough")
  void sound(String kind) {
    assertThatCode(() -> KindRules.check(body(kind), 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  @DisplayName("none of them may be missing, and none of another type")
  void needed(String kind) {
    for (String name : parse("{" + SOUND.get(kind) + "}").members().keySet()) {
      boolean optional = name.equals("replaces") || name.equals("report");
      if (!optional || kind.equals("report-released")) {
        assertThatThrownBy(() -> KindRules.check(without(body(kind), name), 7))
            .as(name)
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThatThrownBy(() -> KindRules.check(body(kind).with(name, true), 7))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> KindRules.check(body(kind).with(name, " "), 7))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replay | {'plan':{'method':'inversion'}}",
        "replay | {'replayed':{'id':'R1','seq':7}}",
        "replay | {'replayed':{'id':'R1','seq':-1}}",
        "replay | {'replayed':{'id':'','seq':1}}",
        "restoration | {'outcome':'ok'}",
        "report-issued | {'checkpointSize':8}",
        "report-issued | {'checkpointSize':0}",
        "report-issued | {'blobs':[]}",
        "case-amended | {'field':'purposes'}",
        "case-migrated | {'backup':{'fileName':'f','sha256':'h'}}",
        "case-migrated | {'backup':{'fileName':'','sha256':'H'}}",
        "person-admitted | {'person':{'name':'','publicKey':'K','role':'reader'}}",
        "person-admitted | {'person':{'name':'n','publicKey':'k','role':'reader'}}",
        "opinion-stated | {'about':[7]}",
        "annotations-entered | {'count':-1}",
        "annotations-entered | {'signal':{'id':'','sha256':'H'}}",
        "annotations-entered | {'signal':{'id':'Q1','sha256':'h'}}",
        "annotations-entered | {'signal':{'id':'Q1'}}",
        "annotations-entered | {'blobs':[B]}",
        "listening-test-entered | {'signals':[{'id':'Q1','sha256':'H'}]}",
        "listening-test-entered | {'signals':[{'id':'Q1','sha256':'H'},{'id':'R1'}]}",
        "listening-test-entered | {'signals':[{'id':'Q1','sha256':'H'},{'id':'','sha256':'H'}]}",
        "listening-test-entered | {'startSample':-1}",
        "listening-test-entered | {'startSample':1}",
        "listening-test-entered | {'gainDb':'1'}",
        "listening-test-entered | {'gainDb':'1,00'}",
        "listening-test-entered | {'order':'ABC'}",
        "listening-test-entered | {'order':'ABBA'}",
        "listening-test-entered | {'order':'','answers':''}",
        "listening-test-entered | {'answers':'AB'}",
        "listening-test-entered | {'answers':'abb'}",
        "listening-test-entered | {'planned':2}",
        "listening-test-entered | {'planned':201}",
        "review-received | {'verdict':'yes'}",
        "review-received | {'comments':-1}",
        "review-received | {'signedTime':'yesterday'}",
        "review-received | {'report':{'id':'P1','sha256':'h'}}",
        "review-received | {'report':{'id':'','sha256':'H'}}",
        "review-received | {'blobs':[B]}",
        "report-released | {'report':{'id':'P1'}}",
        "bundle-issued | {'checkpointSize':8}",
        "bundle-issued | {'checkpointSize':0}",
        "bundle-issued | {'size':0}",
        "bundle-issued | {'omitted':-1}",
        "bundle-issued | {'sha256':'x'}",
        "time-stamp-received | {'checkpointSize':8}",
        "time-stamp-received | {'checkpointSize':0}",
        "time-stamp-received | {'stampedTime':'2026-03-02'}",
        "time-stamp-received | {'blobs':[Q]}",
        "time-stamp-received | {'blobs':[A]}",
      })
  @DisplayName("none may say what cannot be")
  void refused(String kind, String change) {
    JsonObject changed = body(kind);
    for (Map.Entry<String, JsonValue> member : parse(change).members().entrySet()) {
      changed = changed.with(member.getKey(), member.getValue());
    }
    JsonObject body = changed;
    assertThatThrownBy(() -> KindRules.check(body, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case-amended | {'field':'authority'}",
        "case-amended | {'field':'purpose'}",
        "review-received | {'verdict':'objects'}",
        "review-received | {'verdict':'comments'}",
        "replay | {'replayed':{'id':'R1','seq':0}}",
        "report-issued | {'checkpointSize':1}",
        "opinion-stated | {'about':[]}",
      })
  @DisplayName("what can be is taken")
  void taken(String kind, String change) {
    JsonObject changed = body(kind);
    for (Map.Entry<String, JsonValue> member : parse(change).members().entrySet()) {
      changed = changed.with(member.getKey(), member.getValue());
    }
    JsonObject body = changed;
    assertThatCode(() -> KindRules.check(body, 7)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("a kind or a version that nobody knows yet has none")
  void unknown() {
    JsonObject later = parse("{'kind':'case-amended','version':2,'blobs':[]}");
    assertThatCode(() -> KindRules.check(later, 7)).doesNotThrowAnyException();
    JsonObject other = parse("{'kind':'weather-observed','version':1,'blobs':[]}");
    assertThatCode(() -> KindRules.check(other, 7)).doesNotThrowAnyException();
    assertThatThrownBy(() -> KindRules.check(other.with("plan", "x"), 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonObject body(String kind) {
    String common = "{'kind':'" + kind + "','version':1,";
    String blobs = SOUND.get(kind).contains("'blobs'") ? "" : "'blobs':[],";
    return parse(common + blobs + SOUND.get(kind) + "}");
  }

  private static JsonObject without(JsonObject body, String name) {
    TreeMap<String, JsonValue> members = new TreeMap<>(body.members());
    members.remove(name);
    if (name.equals("blobs")) {
      members.put(name, parse("{'x':[]}").array("x"));
    }
    return new JsonObject(members);
  }

  private static JsonObject parse(String text) {
    String json =
        text.replace("[B]", "[" + blob("report") + "]")
            .replace("[C]", "[" + blob("review") + "]")
            .replace("[N]", "[" + blob("annotations") + "]")
            .replace(
                "[Q,A]", "[" + blob("time-stamp-query") + "," + blob("time-stamp-response") + "]")
            .replace("[Q]", "[" + blob("time-stamp-query") + "]")
            .replace("[A]", "[" + blob("time-stamp-response") + "]")
            .replace("'H'", "'" + "a".repeat(64) + "'")
            .replace("'K'", "'" + KEY + "'")
            .replace('\'', '"');
    return JsonParser.parseObject(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String blob(String role) {
    return "{'role':'" + role + "','sha256':'H','size':1}";
  }
}
