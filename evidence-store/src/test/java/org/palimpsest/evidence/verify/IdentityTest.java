package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

@DisplayName("entry 0 tells the verifier which case it is")
final class IdentityTest {
  private static final String ID = "6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7";
  private static final String KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  private static final JsonObject BODY =
      parse(
          "{'kind':'case-created','caseId':'"
              + ID
              + "','title':'t','authority':'a','purpose':'p','timeZone':'Europe/Paris',"
              + "'examiner':{'name':'E','publicKey':'"
              + KEY
              + "'}}");

  @Test
  @DisplayName("with its origin and the ID of its key")
  void reads() {
    Identity identity = Identity.from(BODY);
    assertThat(identity.caseId()).hasToString(ID);
    assertThat(identity.key().base64()).isEqualTo(KEY);
    assertThat(identity.origin()).isEqualTo("palimpsest/case/" + ID);
    assertThat(identity.keyId()).isEqualTo("a2d392a4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kind", "caseId", "title", "authority", "purpose", "timeZone", "examiner"})
  @DisplayName("unless a field is missing")
  void missing(String name) {
    TreeMap<String, org.palimpsest.evidence.format.JsonValue> members =
        new TreeMap<>(BODY.members());
    members.remove(name);
    assertThatThrownBy(() -> Identity.from(new JsonObject(members))).hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'note'}",
        "{'title':''}",
        "{'authority':' '}",
        "{'purpose':''}",
        "{'purpose':7}",
        "{'timeZone':'Europe/Atlantis'}",
        "{'timeZone':''}",
        "{'caseId':'6F1C2A34-5B6D-4E7F-8091-A2B3C4D5E6F7'}",
        "{'caseId':'1-1-1-1-1'}",
        "{'caseId':'../../etc'}",
        "{'examiner':'E'}",
        "{'examiner':{'name':'E'}}",
        "{'examiner':{'publicKey':'11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='}}",
        "{'examiner':{'name':'E','publicKey':'AAAA'}}",
        "{'examiner':{'name':'E','publicKey':'11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo'}}",
        "{'examiner':{'name':'E','publicKey':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo='}}",
        "{'examiner':{'name':'E','publicKey':'11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURp='}}",
      })
  @DisplayName("unless a field has another form")
  void malformed(String change) {
    JsonObject body = BODY;
    for (var member : parse(change).members().entrySet()) {
      body = body.with(member.getKey(), member.getValue());
    }
    JsonObject changed = body;
    assertThatThrownBy(() -> Identity.from(changed)).isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonObject parse(String text) {
    return JsonParser.parseObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
