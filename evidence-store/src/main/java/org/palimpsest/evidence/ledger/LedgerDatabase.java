package org.palimpsest.evidence.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * The connection that writes {@code case.db}.
 *
 * <p>From open to close it holds SQLite's own write lock, by a transaction that is always begun: a
 * second writer, in this process or another, is refused at once, readers go on, nothing extra lies
 * in the folder, and a crash releases it. Not safe for several threads.
 */
public final class LedgerDatabase implements AutoCloseable {
  private final Connection connection;
  private final String url;
  private boolean locked;
  private boolean projected;

  private LedgerDatabase(Connection connection, String url) {
    this.connection = connection;
    this.url = url;
  }

  /**
   * Makes the tables in an empty file. They become durable with the first {@link #append}.
   *
   * @throws SQLException if the file cannot be written
   */
  public static LedgerDatabase create(Path folder) throws SQLException {
    LedgerDatabase database = connect(folder);
    try {
      // Persistent, and impossible inside a transaction
      database.execute("PRAGMA journal_mode = WAL");
      database.lock();
      LedgerSchema.create(database.connection);
      new Projections(database.connection).create();
      database.projected = true;
      return database;
    } catch (SQLException e) {
      database.connection.close();
      throw e;
    }
  }

  /**
   * Opens an existing file and takes the write lock.
   *
   * @throws SQLException with SQLite's code BUSY if another connection writes, or another if the
   *     file is not a case of this format or cannot be written
   */
  public static LedgerDatabase open(Path folder) throws SQLException {
    LedgerDatabase database = connect(folder);
    try {
      CaseFormat.check(database.connection);
      database.lock();
      database.projected = new Projections(database.connection).exist();
      return database;
    } catch (SQLException e) {
      database.connection.close();
      throw e;
    }
  }

  /** For reading what is there. */
  public Connection connection() {
    return connection;
  }

  /**
   * Makes an entry, its checkpoint and its rows in the projections durable, all or none.
   *
   * @throws SQLException if they are not; the ledger is then as before
   */
  public void append(LedgerEntry entry, String note) throws SQLException {
    if (!locked) {
      lock();
    }
    try {
      insertEntry(entry);
      insertCheckpoint(entry.seq() + 1, note);
      if (projected) {
        new Projections(connection).add(entry);
      }
      execute("COMMIT");
    } catch (SQLException e) {
      rollBack(e);
      lockAgain();
      throw e;
    }
    lockAgain();
  }

  /** A change of the tables. */
  @FunctionalInterface
  public interface Change {
    /** Makes it. */
    void apply(Connection connection) throws SQLException;
  }

  /**
   * Changes the tables in the transaction that the next {@link #append} ends.
   *
   * @throws SQLException if it cannot; the tables are then as before
   */
  public void change(Change change) throws SQLException {
    if (!locked) {
      lock();
    }
    try {
      change.apply(connection);
      projected = new Projections(connection).exist();
    } catch (SQLException e) {
      rollBack(e);
      lockAgain();
      throw e;
    }
  }

  /**
   * Copies what was committed last into a new file.
   *
   * @throws SQLException if the file is there or cannot be written
   */
  public void copyTo(Path file) throws SQLException {
    // not through this connection: it is inside a transaction
    try (Connection reader = JDBC.createConnection(url, new Properties());
        PreparedStatement copy = reader.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, file.toString());
      copy.execute();
    }
  }

  /** Gives the lock back and leaves {@code case.db} alone where nobody else has it open. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (!connection.isClosed()) {
        if (locked) {
          execute("ROLLBACK");
        }
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    }
  }

  private void lock() throws SQLException {
    execute("BEGIN IMMEDIATE");
    locked = true;
  }

  /**
   * Between two transactions another writer may slip in. What was committed stays; the next append
   * then waits for the lock, and the trigger refuses it if the ledger has grown meanwhile.
   */
  private void lockAgain() {
    locked = false;
    try {
      lock();
    } catch (SQLException e) {
      locked = false;
    }
  }

  private void rollBack(SQLException cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // after some errors, a full disk for one, SQLite has rolled back by itself
      cause.addSuppressed(e);
    }
  }

  private void insertEntry(LedgerEntry entry) throws SQLException {
    String sql = "INSERT INTO ledger(seq, body, leaf_hash) VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, entry.seq());
      insert.setBytes(2, CanonicalJson.bytes(entry.body()));
      insert.setBytes(3, entry.leafHash().raw());
      insert.executeUpdate();
    }
  }

  private void insertCheckpoint(long size, String note) throws SQLException {
    String sql = "INSERT INTO checkpoint(size, note) VALUES (?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, size);
      insert.setString(2, note);
      insert.executeUpdate();
    }
  }

  private static LedgerDatabase connect(Path folder) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(200);
    Properties properties = config.toProperties();
    String url = CaseFormat.url(folder, "");
    LedgerDatabase database = new LedgerDatabase(JDBC.createConnection(url, properties), url);
    database.execute("PRAGMA recursive_triggers = ON");
    database.execute("PRAGMA trusted_schema = OFF");
    return database;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
