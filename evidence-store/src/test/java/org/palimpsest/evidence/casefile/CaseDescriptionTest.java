package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonException;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

@DisplayName("the description of a case")
final class CaseDescriptionTest {
  private static final UUID ID = UUID.fromString("6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7");
  private static final VerifyingKey KEY =
      new VerifyingKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");

  @Test
  @DisplayName("goes into entry 0 in these fields")
  void fields() {
    CaseDescription description = inZone("Europe/Paris");
    assertThat(CanonicalJson.text(description.toFields(ID, KEY)))
        .isEqualTo(
            "{\"authority\":\"a\",\"caseId\":\"6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7\","
                + "\"examiner\":{\"name\":\"e\",\"publicKey\":"
                + "\"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"},\"purpose\":\"p\","
                + "\"timeZone\":\"Europe/Paris\",\"title\":\"t\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Paris", "Asia/Kathmandu", "Z", "+05:30"})
  @DisplayName("is read back from there, whatever its time zone")
  void roundTrip(String zone) {
    CaseDescription description = inZone(zone);
    assertThat(CaseDescription.from(description.toFields(ID, KEY))).isEqualTo(description);
  }

  @Test
  @DisplayName("is not read where a field is missing or names no time zone")
  void missing() {
    JsonObject fields = inZone("UTC").toFields(ID, KEY);
    assertThatThrownBy(() -> CaseDescription.from(JsonObject.empty()))
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> CaseDescription.from(fields.with("timeZone", "Nowhere/Land")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time zone");
  }

  private static CaseDescription inZone(String zone) {
    return new CaseDescription("t", "a", "p", ZoneId.of(zone), "e");
  }
}
