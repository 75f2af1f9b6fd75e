package org.palimpsest.app.casework;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.blob.BlobStore;
import org.palimpsest.evidence.bundle.Omission;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Sha256;

/**
 * Leaves the files of those model packages out of a bundle whose {@code model.json}, as it is kept
 * in the case, forbids passing them on. {@code model.json} itself stays: it is what says so.
 */
final class WithheldModels implements Omission {
  private static final String DESCRIPTION = "model.json";
  private static final int LARGEST_DESCRIPTION = 1 << 20;

  private final BlobStore blobs;
  private final Map<Sha256, Boolean> forbidden = new HashMap<>();

  WithheldModels(BlobStore blobs) {
    this.blobs = blobs;
  }

  @Override
  public Optional<String> reason(LedgerEntry entry, BlobUse use) {
    Optional<String> reason = Optional.empty();
    for (org.palimpsest.evidence.format.JsonObject model : packages(entry)) {
      Map<String, Sha256> files = files(model);
      if (files.containsValue(use.blob().sha256())) {
        boolean described = use.blob().sha256().equals(files.get(DESCRIPTION));
        if (described || !forbids(files.get(DESCRIPTION))) {
          return Optional.empty();
        }
        String name = model.string("id") + " " + model.string("version");
        reason = Optional.of("the licence of the model package " + name + " forbids passing it on");
      }
    }
    return reason;
  }

  private static List<org.palimpsest.evidence.format.JsonObject> packages(LedgerEntry entry) {
    return entry.body().has("packages") ? entry.body().array("packages").objects() : List.of();
  }

  private static Map<String, Sha256> files(org.palimpsest.evidence.format.JsonObject model) {
    Map<String, Sha256> files = new HashMap<>();
    model
        .array("files")
        .objects()
        .forEach(file -> files.put(file.string("name"), new Sha256(file.string("sha256"))));
    return files;
  }

  private boolean forbids(Sha256 description) {
    return description != null && forbidden.computeIfAbsent(description, this::read);
  }

  private boolean read(Sha256 description) {
    try (InputStream in = blobs.open(description)) {
      byte[] json = in.readNBytes(LARGEST_DESCRIPTION);
      JsonObject model =
          JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
      JsonElement redistribution = model.get("redistribution");
      return redistribution != null
          && redistribution.isJsonPrimitive()
          && redistribution.getAsString().equals("forbidden");
    } catch (IOException | JsonParseException | IllegalStateException e) {
      // what cannot be read says nothing; a case whose blobs are damaged is not sealed anyway
      return false;
    }
  }
}
