package net.sociallook.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL server of its own, with durable settings (fsync and synchronous commit on), on
 * the loopback address.
 */
public final class DurablePostgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final Path dataDirectory;

  private DurablePostgres(EmbeddedPostgres server, Path dataDirectory) {
    this.server = server;
    this.dataDirectory = dataDirectory;
  }

  /**
   * Starts a server on a free port whose data are deleted when it is closed, at the latest with
   * this process.
   */
  public static DurablePostgres temporary() {
    try {
      return start(Files.createTempDirectory("sociallook-postgres"), 0, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a server on a data directory, which is initialised when empty and kept when not. A
   * server that an earlier process left running on it is ended first.
   *
   * @param port 0 for a free one
   */
  public static DurablePostgres start(Path dataDirectory, int port) {
    return start(dataDirectory, port, false);
  }

  private static DurablePostgres start(Path dataDirectory, int port, boolean temporary) {
    try {
      endLeftover(dataDirectory);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(dataDirectory.toFile())
              .setCleanDataDirectory(temporary)
              .setPGStartupWait(PATIENCE)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "32MB");
      if (port != 0) {
        builder.setPort(port);
      }
      return new DurablePostgres(builder.start(), dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /** A JDBC address for the superuser {@code postgres}, who needs no password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database + "?user=postgres";
  }

  /** Makes a database unless it is there. */
  public void createDatabase(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      boolean absent =
          !statement
              .executeQuery("select 1 from pg_database where datname = '" + name + "'")
              .next();
      if (absent) {
        statement.execute("create database \"" + name + "\"");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + ": not made", e);
    }
  }

  /** The operating system's id of the server process, while it runs. */
  public Optional<Long> pid() {
    return pidIn(dataDirectory);
  }

  public boolean isAlive() {
    return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Kills the server and all its children at once, as a crash would. */
  public void kill() {
    pid().flatMap(ProcessHandle::of).ifPresent(DurablePostgres::killTree);
    close();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endLeftover(Path dataDirectory) {
    Optional<ProcessHandle> leftover =
        pidIn(dataDirectory).flatMap(ProcessHandle::of).filter(DurablePostgres::isPostgres);
    leftover.ifPresent(process -> {
      process.destroy();
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    });
  }

  /** A process id may have been given to another program since. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private static Optional<Long> pidIn(Path dataDirectory) {
    try {
      Path file = dataDirectory.resolve("postmaster.pid");
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void killTree(ProcessHandle process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
