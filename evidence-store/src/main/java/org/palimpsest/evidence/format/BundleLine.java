package org.palimpsest.evidence.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An entry as a line of a bundle's {@code ledger.jsonl}: {@code {"body":…,"leafHash":…,"proof":…,
 * "seq":…}} in canonical JSON.
 *
 * @param body the canonical characters of the entry's body; its bytes are what the leaf hash is of
 * @param leafHash as the ledger has it
 * @param proof RFC 6962 audit path in the tree of all entries, from the leaf's sibling upwards
 * @param seq place in the ledger
 */
public record BundleLine(String body, Sha256 leafHash, List<Sha256> proof, long seq) {
  /** Most bytes in a line: the largest body and what stands around it. */
  public static final int LONGEST = (16 << 20) + (1 << 14);

  private static final String BEFORE = "{\"body\":";
  private static final String AFTER = ",\"leafHash\":\"";

  /** Keeps a copy of {@code proof}. */
  public BundleLine {
    proof = List.copyOf(proof);
  }

  /** The line, without its line end. */
  public String text() {
    JsonObject rest =
        JsonObject.empty()
            .with("leafHash", leafHash.hex())
            .with("proof", JsonArray.ofStrings(proof.stream().map(Sha256::hex).toList()))
            .with("seq", seq);
    return BEFORE + body + "," + CanonicalJson.text(rest).substring(1);
  }

  /**
   * Reads {@link #text}'s form. The body is taken as it stands: whether it is canonical JSON and
   * belongs to the leaf hash is for the reader to check.
   *
   * @throws IllegalArgumentException if the line has another form
   */
  public static BundleLine parse(String line) {
    // the body is cut out, not parsed with the rest: it may use all levels that JSON is allowed
    int end = line.lastIndexOf(AFTER);
    if (!line.startsWith(BEFORE) || end < BEFORE.length()) {
      throw new JsonException("the line is not an entry of a bundle");
    }
    String rest = "{" + line.substring(end + 1);
    JsonObject json = JsonParser.parseObject(rest.getBytes(StandardCharsets.UTF_8));
    BundleLine read =
        new BundleLine(
            line.substring(BEFORE.length(), end),
            new Sha256(json.string("leafHash")),
            json.array("proof").strings().stream().map(Sha256::new).toList(),
            json.integer("seq"));
    if (!read.text().equals(line)) {
      throw new JsonException("the line is not in canonical form");
    }
    return read;
  }
}
