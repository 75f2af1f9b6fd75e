package org.palimpsest.evidence.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * A {@code case.db} opened so that no byte of it changes. Everything is read in one transaction.
 *
 * <p>Without a non-empty {@code -wal} the file is complete by itself and is read as immutable;
 * beside a writer it is read through the writer's log and its index; a log without an index, which
 * reading would make there, is copied with the file to a private folder first.
 */
public final class ReadOnlyDatabase implements AutoCloseable {
  private final Connection connection;
  private final Path folder;
  private final boolean immutable;
  private final Optional<Path> copy;
  private final String stateAtOpening;

  private ReadOnlyDatabase(Path folder, boolean immutable, Optional<Path> copy)
      throws SQLException {
    this.folder = folder;
    this.immutable = immutable;
    this.copy = copy;
    this.stateAtOpening = state();
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(2000);
    String url = CaseFormat.url(copy.orElse(folder), immutable ? "?immutable=1" : "");
    this.connection = JDBC.createConnection(url, config.toProperties());
  }

  /**
   * Opens the ledger of the case in {@code folder}.
   *
   * @throws SQLException if SQLite cannot open it
   * @throws IOException if it cannot be copied where that is needed
   */
  public static ReadOnlyDatabase open(Path folder) throws SQLException, IOException {
    return open(folder, Files.isWritable(folder));
  }

  static ReadOnlyDatabase open(Path folder, boolean folderWritable)
      throws SQLException, IOException {
    boolean complete = length(log(folder)) == 0;
    Optional<Path> copy =
        complete || (folderWritable && Files.exists(index(folder)))
            ? Optional.empty()
            : Optional.of(copyOf(folder));
    ReadOnlyDatabase database = new ReadOnlyDatabase(folder, complete, copy);
    try (Statement statement = database.connection.createStatement()) {
      // a hostile schema may not call functions with side effects
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("BEGIN");
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /** For queries. */
  public Connection connection() {
    return connection;
  }

  /** Whether a private copy is read. */
  public boolean copied() {
    return copy.isPresent();
  }

  /** Whether a writer came in between, so that what was read may not belong together. */
  public boolean disturbed() {
    return immutable && !state().equals(stateAtOpening);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    copy.ifPresent(ReadOnlyDatabase::delete);
  }

  private static Path copyOf(Path folder) throws IOException {
    Path copy = Files.createTempDirectory("palimpsest-");
    for (Path file : List.of(CaseFormat.database(folder), log(folder))) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    return copy;
  }

  private static void delete(Path copy) {
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(copy);
    } catch (IOException e) {
      // a copy that stays in the private temporary folder harms nobody
      copy.toFile().deleteOnExit();
    }
  }

  private String state() {
    return Stream.of(CaseFormat.database(folder), log(folder))
        .map(file -> length(file) + "@" + file.toFile().lastModified())
        .toList()
        .toString();
  }

  private static Path index(Path folder) {
    return folder.resolve(CaseFormat.database(folder).getFileName() + "-shm");
  }

  private static Path log(Path folder) {
    return folder.resolve(CaseFormat.database(folder).getFileName() + "-wal");
  }

  private static long length(Path file) {
    return file.toFile().length();
  }
}
