package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.VerifyingKey;
import org.palimpsest.evidence.proof.ConsistencyProof;

/**
 * Checks, without the case, that one state of it continues another: a file with both checkpoints,
 * the hashes between them and the keys that signed (case format 1, section 9).
 */
final class ConsistencyCheck {
  static final String FAMILY = "palimpsest-consistency/";
  static final String FORMAT = FAMILY + "1";

  private static final int LARGEST = 1 << 20;

  private final List<Finding> findings = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();

  /** What is wrong with the proof in {@code file}; nothing for one that holds. */
  ConsistencyReport check(Path file) {
    try {
      byte[] text = FolderContents.plain(file).bytes(LARGEST);
      byte[] trimmed = GivenFiles.trimmed(text);
      JsonObject json = JsonParser.parseObject(trimmed);
      if (!Arrays.equals(CanonicalJson.bytes(json), trimmed)) {
        throw new IllegalArgumentException("it is not canonical JSON");
      }
      if (!json.string("format").equals(FORMAT)) {
        throw new IllegalArgumentException("it has the format " + json.string("format"));
      }
      return check(json);
    } catch (IOException | IllegalArgumentException e) {
      add(Cause.UNREADABLE, Subject.CHECKPOINT, "the proof cannot be read: " + Reason.of(e));
      return ConsistencyReport.unreadable(findings);
    }
  }

  private ConsistencyReport check(JsonObject json) {
    Checkpoint first = Checkpoint.parse(json.string("first"));
    Checkpoint second = Checkpoint.parse(json.string("second"));
    for (JsonObject key : json.array("keys").objects()) {
      VerifyingKey publicKey = new VerifyingKey(key.string("publicKey"));
      keys.add(new Key(key.string("name"), publicKey));
    }
    List<Sha256> path = json.array("proof").strings().stream().map(Sha256::new).toList();
    if (!first.origin().equals(second.origin())) {
      add(Cause.OTHER_CASE, Subject.CHECKPOINT, "the two checkpoints are of two cases");
    }
    String signers = requireSigned(first) + requireSigned(second);
    ConsistencyProof proof = new ConsistencyProof(first.size(), second.size(), path);
    if (!proof.holds(first.root(), second.root())) {
      add(Cause.PROOF_INVALID, Subject.CHECKPOINT, "the second does not continue the first");
    }
    return new ConsistencyReport(first, second, signers, findings);
  }

  /** Who signed, a line for people. */
  private String requireSigned(Checkpoint checkpoint) {
    for (Key key : keys) {
      if (checkpoint.isSignedBy(key.publicKey())) {
        return PlainWords.entries(checkpoint.size())
            + ": signed by the key that the file calls "
            + PlainWords.of(key.name())
            + ", "
            + key.publicKey().base64()
            + "\n";
      }
    }
    findings.add(
        Finding.of(
            Cause.SIGNATURE_INVALID,
            Subject.CHECKPOINT,
            checkpoint.size(),
            "none of the keys in the file signed it"));
    return "";
  }

  private record Key(String name, VerifyingKey publicKey) {}

  private void add(Cause cause, Subject subject, String words) {
    findings.add(Finding.of(cause, subject, words));
  }
}
