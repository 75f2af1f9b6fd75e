package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.database.NotThisFormatException;
import org.palimpsest.evidence.database.ReadOnlyDatabase;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.key.SigningKey;
import org.palimpsest.evidence.ledger.LedgerDatabase;
import org.palimpsest.evidence.ledger.MerkleFrontier;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The three ways in, and why each may be refused. */
final class Opening {
  private static final int ATTEMPTS = 5;

  private final Path folder;
  private final Owner owner;

  Opening(Path folder) {
    this.folder = folder;
    this.owner = new Owner(folder);
  }

  CaseFile create(CaseDescription description, SigningKey key, AnchorStore anchors, Clock clock)
      throws CaseException {
    requireCreatable(description);
    boolean folderIsOurs = !Files.exists(folder);
    UUID caseId = UUID.randomUUID();
    try {
      Files.createDirectories(CaseFormat.blobs(folder));
      Files.createDirectories(folder.resolve(CaseFile.REPORTS));
      LedgerDatabase database = LedgerDatabase.create(folder);
      CaseWriter writer = new CaseWriter(database, key, anchors, clock, MerkleFrontier.empty());
      try {
        CaseWriter.Written first = writer.first(caseId, description);
        DurableFile.syncFolder(folder);
        owner.claim(description.examiner(), clock.instant());
        CaseContent content = new CaseContent(List.of(first.entry()), first.checkpoint());
        return new CaseFile(folder, content, Optional.of(writer), false);
      } catch (SQLException | IOException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException | IOException e) {
      new Remains(folder).clear(folderIsOurs);
      throw new CaseException(
          "The case "
              + folder
              + " cannot be made: check that its folder can be written ("
              + e.getMessage()
              + ").",
          e);
    }
  }

  void requireCreatable(CaseDescription description) throws CaseException {
    description.requireComplete();
    requireEmpty();
    Path nearest = folder.toAbsolutePath().normalize();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
      throw new CaseException(
          "The case " + folder + " cannot be made: " + nearest + " is no folder one can write in.");
    }
  }

  CaseFile forWriting(SigningKey key, AnchorStore anchors, Clock clock) throws CaseException {
    if (Bag.isBag(folder)) {
      throw new CaseException(
          folder + " is no case folder; if it is a bundle, it opens for reading only.");
    }
    requireDatabase();
    if (!Files.isWritable(folder) || !Files.isWritable(CaseFormat.database(folder))) {
      throw new CaseException(
          "The case "
              + folder
              + " cannot be written here (read-only medium, or no permission): it opens for"
              + " reading; to go on, copy it to a disk that can be written.");
    }
    try {
      LedgerDatabase database = LedgerDatabase.open(folder);
      try {
        CaseContent content = new CaseReading(database.connection()).read();
        String name = requirePerson(content, key);
        MerkleFrontier tree = new ContinuityCheck(content).check(anchors);
        CaseWriter writer = new CaseWriter(database, key, anchors, clock, tree);
        owner.claim(name, clock.instant());
        new Migrator(folder, List.of(new MakeProjections())).run(database, writer, content);
        return new CaseFile(folder, content, Optional.of(writer), false);
      } catch (SQLException | IOException | CaseException | RuntimeException e) {
        owner.release();
        database.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CaseException(
          "The case " + folder + " cannot be continued (" + e.getMessage() + ").", e);
    } catch (SQLException e) {
      throw refused(e);
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  CaseFile readOnly() throws CaseException {
    requireDatabase();
    try {
      for (int attempt = 1; ; attempt++) {
        try (ReadOnlyDatabase database = ReadOnlyDatabase.open(folder)) {
          CaseContent content = new CaseReading(database.connection()).read();
          if (!database.disturbed() || attempt == ATTEMPTS) {
            return new CaseFile(folder, content, Optional.empty(), database.copied());
          }
        }
      }
    } catch (IOException e) {
      throw new CaseException("The case " + folder + " cannot be read: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw refused(e);
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private void requireEmpty() throws CaseException {
    try {
      if (Files.exists(folder) && !isEmptyFolder()) {
        throw new DirectoryNotEmptyException(folder.toString());
      }
    } catch (IOException e) {
      throw new CaseException(
          "The case "
              + folder
              + " cannot be made: something is there already, choose another name.",
          e);
    }
  }

  private boolean isEmptyFolder() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private void requireDatabase() throws CaseException {
    if (!Files.isRegularFile(CaseFormat.database(folder))) {
      throw new CaseException(
          folder + " is not a case: it has no case.db. Give the folder that case create made.");
    }
  }

  /** The name of the person whose key it is. */
  private String requirePerson(CaseContent content, SigningKey key) throws CaseException {
    CaseState state = content.state();
    Optional<Person> person = state.people().find(key.verifyingKey());
    if (person.isEmpty()) {
      throw new CaseException(
          "The case "
              + folder
              + " is signed with another key, that of "
              + state.description().examiner()
              + ": open it for reading, or have this key admitted.");
    }
    if (person.get().role() == Role.READER) {
      throw new CaseException(
          "The case " + folder + " opens for reading only for " + person.get().name() + ".");
    }
    return person.get().name();
  }

  private CaseException refused(SQLException e) {
    Path file = CaseFormat.database(folder);
    if (e instanceof NotThisFormatException) {
      return new CaseException(
          file + " cannot be opened: " + e.getMessage() + ". Use the program that made it.", e);
    }
    if (e instanceof SQLiteException sqlite) {
      // extended codes carry the primary one in their low byte
      int code = sqlite.getResultCode().code & 0xff;
      if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
        return new CaseException(
            "The case "
                + folder
                + " is open for writing by "
                + owner.describe()
                + ": close it there.",
            e);
      }
      if (code == SQLiteErrorCode.SQLITE_IOERR.code || code == SQLiteErrorCode.SQLITE_FULL.code) {
        return new CaseException(
            "The case "
                + folder
                + " cannot be used now: is its disk full? ("
                + e.getMessage()
                + ")",
            e);
      }
      if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
        return new CaseException(
            "The case " + folder + " cannot be written: copy it to a disk that can be.", e);
      }
    }
    return new CaseException(
        file + " cannot be read as the ledger of a case (" + e.getMessage() + "): run verify.", e);
  }

  private CaseException damaged(IllegalArgumentException e) {
    if (e instanceof OldCopyException) {
      return new CaseException("The case " + folder + " " + e.getMessage() + ": run verify.", e);
    }
    return new CaseException(
        "The ledger of " + folder + " is damaged, " + e.getMessage() + ": run verify.", e);
  }
}
