package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.bag.Bag;

/**
 * The way into a bundle, which is for looking at only. An unpacked one is read where it is; a zip
 * is unpacked into a private folder that lives as long as the case is open.
 */
final class BundleOpening {
  private static final String DATA = "data";

  private final Path path;

  BundleOpening(Path path) {
    this.path = path;
  }

  CaseFile open() throws CaseException {
    Optional<Path> scratch = Optional.empty();
    try (Bag bag = Bag.open(path)) {
      CaseContent content = new BundleReading(bag).read();
      if (Files.isDirectory(path)) {
        return new CaseFile(path, path.resolve(DATA), content, scratch);
      }
      scratch = Optional.of(Files.createTempDirectory("palimpsest-"));
      Path data = scratch.get().resolve(DATA);
      bag.extract(data);
      return new CaseFile(path, data, content, scratch);
    } catch (IOException e) {
      scratch.ifPresent(folder -> new Remains(folder).clear(true));
      String told = e.getMessage().startsWith(path.toString()) ? "" : path + ": ";
      throw new CaseException(told + e.getMessage() + ".", e);
    } catch (IllegalArgumentException e) {
      throw new CaseException(
          "The ledger in " + path + " is damaged, " + e.getMessage() + ": run verify.", e);
    }
  }
}
