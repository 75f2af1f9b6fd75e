package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the verifier's rules for an entry")
final class EntryRulesTest {
  private static final String HASH = "a".repeat(64);
  private static final JsonObject NOTE =
      parse(
          "{'actor':{'key':'00c0ffee','name':'E'},'blobs':[{'role':'r','sha256':'H','size':7}],"
              + "'kind':'note','seq':3,'time':'2026-01-01T00:00:00.000Z','version':1}");
  private static final JsonObject STEP =
      NOTE.with("plan", JsonObject.empty())
          .with("outcome", "completed")
          .with("inputs", JsonParser.parse("[]"))
          .with("models", parse("{'x':[{'id':'m','sha256':'H','version':'1'}]}").array("x"))
          .with("environment", JsonObject.empty())
          .with("results", JsonObject.empty())
          .with("outputs", JsonParser.parse("[]"));

  @Test
  @DisplayName("answer what the entry relies on")
  void claims() {
    Claims claims = new Claims();
    claims.add(3, NOTE);
    claims.add(4, NOTE.with("blobs", JsonParser.parse("[]")));
    assertThat(claims.all().keySet()).containsExactly(new BlobClaim(new Sha256(HASH), 7));
    assertThat(claims.all().values()).containsExactly(new Claims.Use(3, false, false));
    assertThat(claims.distinct()).isEqualTo(1);
  }

  @Test
  @DisplayName("take an entry of a kind, a version and with fields that nobody knows yet")
  void unknownThings() {
    JsonObject later = NOTE.with("kind", "x").with("version", 9).with("more", JsonObject.empty());
    assertThatCode(() -> check(later)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor", "blobs", "kind", "seq", "time", "version"})
  @DisplayName("ask for every field that is always there, by its name")
  void missing(String name) {
    assertThatThrownBy(() -> check(without(NOTE, name))).hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':''}",
        "{'kind':7}",
        "{'version':0}",
        "{'version':'1'}",
        "{'seq':4}",
        "{'seq':'3'}",
        "{'time':7}",
        "{'time':'2026-01-01T00:00:00Z'}",
        "{'time':'2026-01-01T00:00:00.000000Z'}",
        "{'time':'2026-01-01T00:00:00.000+01:00'}",
        "{'time':'2026-02-30T00:00:00.000Z'}",
        "{'time':'2026-01-01T25:00:00.000Z'}",
        "{'actor':'E'}",
        "{'actor':{'name':'E'}}",
        "{'actor':{'key':'00c0ffee'}}",
        "{'actor':{'key':'00C0FFEE','name':'E'}}",
        "{'actor':{'key':'00c0ff','name':'E'}}",
        "{'actor':{'key':'00c0ffee','name':' '}}",
        "{'blobs':{}}",
        "{'blobs':['H']}",
        "{'blobs':[{'role':'r','size':7}]}",
        "{'blobs':[{'sha256':'H','size':7}]}",
        "{'blobs':[{'role':'r','sha256':'H'}]}",
        "{'blobs':[{'role':'','sha256':'H','size':7}]}",
        "{'blobs':[{'role':'r','sha256':'H','size':-1}]}",
        "{'blobs':[{'role':'r','sha256':'H','size':'7'}]}",
        "{'blobs':[{'role':'r','sha256':'HA','size':7}]}",
        "{'blobs':[{'role':'r','sha256':'../../x','size':7}]}",
      })
  @DisplayName("refuse a field of another form")
  void malformed(String change) {
    assertThatThrownBy(() -> check(changed(NOTE, change)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "failed", "cancelled", "not-applicable"})
  @DisplayName("take a step that ended in one of the four ways")
  void outcomes(String outcome) {
    assertThatCode(() -> check(STEP.with("outcome", outcome))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plan", "outcome", "inputs", "models", "environment", "results", "outputs"})
  @DisplayName("ask for every field of a step")
  void missingOfStep(String name) {
    assertThatThrownBy(() -> check(without(STEP, name))).hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'outcome':'ok'}",
        "{'outcome':'COMPLETED'}",
        "{'outcome':true}",
        "{'inputs':{}}",
        "{'inputs':[{'id':'i'}]}",
        "{'inputs':[{'id':'','sha256':'H'}]}",
        "{'outputs':[{'id':'o','sha256':'h'}]}",
        "{'outputs':7}",
        "{'results':[]}",
        "{'environment':[]}",
        "{'models':{}}",
        "{'models':[7]}",
        "{'models':[{'id':'','sha256':'H','version':'1'}]}",
        "{'models':[{'id':'m','sha256':'h','version':'1'}]}",
        "{'models':[{'id':'m','sha256':'H'}]}",
      })
  @DisplayName("refuse a step's field of another form")
  void malformedStep(String change) {
    assertThatThrownBy(() -> check(changed(STEP, change)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("read a time to the millisecond")
  void times() {
    assertThat(EntryRules.time("2026-03-01T12:34:56.789Z"))
        .isEqualTo(Instant.parse("2026-03-01T12:34:56.789Z"));
    assertThatThrownBy(() -> EntryRules.time("2026-03-01T12:34:56.78:Z"))
        .hasMessageContaining("three decimals");
  }

  @Test
  @DisplayName("let no later entry create the case again")
  void secondCreation() {
    assertThatThrownBy(() -> EntryRules.check(NOTE.with("kind", "case-created"), 3))
        .hasMessageContaining("a second time");
    JsonObject first = NOTE.with("kind", "case-created").with("seq", 0);
    assertThatCode(() -> EntryRules.check(first, 0)).doesNotThrowAnyException();
  }

  private static void check(JsonObject body) {
    EntryRules.check(body, 3);
    KindRules.check(body, 3);
  }

  private static JsonObject changed(JsonObject body, String change) {
    JsonObject result = body;
    for (var member : parse(change).members().entrySet()) {
      result = result.with(member.getKey(), member.getValue());
    }
    return result;
  }

  private static JsonObject without(JsonObject body, String name) {
    var members = new java.util.TreeMap<>(body.members());
    members.remove(name);
    return new JsonObject(members);
  }

  private static JsonObject parse(String text) {
    String json = text.replace('\'', '"').replace("H", HASH);
    JsonObject object = JsonParser.parseObject(json.getBytes(StandardCharsets.UTF_8));
    assertThat(CanonicalJson.text(object)).isNotEmpty();
    return object;
  }
}
