package org.palimpsest.evidence.verify;

import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * Somebody with a key, as the ledger admits them.
 *
 * @param name as admitted
 * @param key the public one
 * @param id of the key, under the case's origin
 * @param role what the key may do
 */
record Person(String name, VerifyingKey key, String id, Role role) {
  JsonObject toJson() {
    return JsonObject.empty()
        .with("name", name)
        .with("publicKey", key.base64())
        .with("role", role.text());
  }
}
