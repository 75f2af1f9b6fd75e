package org.palimpsest.app.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageFiles;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** The model packages of a step as the case keeps them; every byte is hashed first. */
final class KeptPackages {
  private KeptPackages() {}

  static List<ModelPackage> of(CaseFile file, LedgerEntry entry) throws RefusedException {
    List<ModelPackage> packages = new ArrayList<>();
    for (JsonObject kept : entry.body().array("packages").objects()) {
      String name = kept.string("id") + "@" + kept.string("version");
      SortedMap<String, byte[]> files = new TreeMap<>();
      try {
        for (JsonObject one : kept.array("files").objects()) {
          Sha256 sha256 = new Sha256(one.string("sha256"));
          file.blobs().check(sha256);
          files.put(one.string("name"), Files.readAllBytes(file.blobs().path(sha256)));
        }
      } catch (IOException e) {
        throw new RefusedException(
            name + ": the case does not hold this package whole (" + e.getMessage() + ")", e);
      }
      packages.add(ModelPackage.of(PackageFiles.of(files), name));
    }
    return packages;
  }
}
