package org.palimpsest.app.casework;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.audio.Padding;
import org.palimpsest.analysis.measure.ActivePart;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;

/**
 * A recording in custody, as its entry says.
 *
 * @param id {@code Q1}, {@code K1}, …
 * @param seq of its entry
 * @param role questioned or known
 * @param label the examiner's words, the file's name by default
 * @param speaker where it is stated
 * @param fileName as it was imported
 * @param blob its bytes
 * @param facts what the decoder found; empty for a file taken as it is
 */
public record Exhibit(
    String id,
    long seq,
    ExhibitRole role,
    String label,
    Optional<String> speaker,
    String fileName,
    BlobRef blob,
    Optional<Facts> facts) {
  /**
   * @param channel that is examined, from 1
   * @param overloads samples at full scale or beyond, in that channel
   * @param active how much of it is active, and how far it stands out; empty in entries of older
   *     versions
   * @param padding of a lossy coding
   * @param remarks of the decoder, in sentences without a full stop
   */
  public record Facts(
      String format,
      String decoder,
      long sampleRateHz,
      long channels,
      int channel,
      long frames,
      long overloads,
      Optional<ActivePart> active,
      Optional<Padding> padding,
      List<String> remarks) {
    public Facts {
      remarks = List.copyOf(remarks);
    }

    public double seconds() {
      return (double) frames / sampleRateHz;
    }

    JsonObject toJson() {
      JsonObject json =
          JsonObject.empty()
              .with("format", format)
              .with("decoder", decoder)
              .with("sampleRateHz", sampleRateHz)
              .with("channels", channels)
              .with("channel", channel)
              .with("frames", frames)
              .with("overloads", overloads);
      if (active.isPresent()) {
        json = ActiveText.in(json, active.get());
      }
      if (padding.isPresent()) {
        json = json.with("padding", PaddingText.of(padding.get()));
      }
      return remarks.isEmpty() ? json : json.with("remarks", JsonArray.ofStrings(remarks));
    }

    static Facts from(JsonObject json) {
      return new Facts(
          json.string("format"),
          json.string("decoder"),
          json.integer("sampleRateHz"),
          json.integer("channels"),
          (int) json.integer("channel"),
          json.integer("frames"),
          json.integer("overloads"),
          ActiveText.read(json),
          json.has("padding")
              ? Optional.of(PaddingText.read(json.object("padding")))
              : Optional.empty(),
          json.has("remarks") ? json.array("remarks").strings() : List.of());
    }
  }

  /** Whether its sound can be examined. */
  public boolean decodable() {
    return facts.isPresent();
  }

  OptionalInt channel() {
    return facts.map(f -> OptionalInt.of(f.channel())).orElse(OptionalInt.empty());
  }

  static Exhibit from(LedgerEntry entry) {
    JsonObject body = entry.body();
    String role = body.string("role");
    return new Exhibit(
        body.string("id"),
        entry.seq(),
        ExhibitRole.of(role).orElseThrow(() -> new IllegalArgumentException("no role " + role)),
        body.string("label"),
        body.find("speaker").map(v -> ((JsonString) v).value()),
        body.string("fileName"),
        entry.blobs().get(0).blob(),
        body.has("facts") ? Optional.of(Facts.from(body.object("facts"))) : Optional.empty());
  }
}
