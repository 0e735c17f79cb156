package net.sociallook.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurablePostgresIT {
  @Test
  void whatWasCommittedSurvivesAKill(@TempDir Path directory) throws Exception {
    DurablePostgres first = DurablePostgres.start(directory, 0);
    first.createDatabase("kept");
    run(first, "create table t (n int)");
    run(first, "insert into t values (42)");
    first.kill();
    assertFalse(first.isAlive());
    try (DurablePostgres second = DurablePostgres.start(directory, 0)) {
      assertEquals("42", ask(second, "select n from t"));
      assertEquals("on", ask(second, "show fsync"));
      assertEquals("on", ask(second, "show synchronous_commit"));
    }
  }

  @Test
  void aServerLeftRunningByADeadProcessIsTakenOver(@TempDir Path directory) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Leaver.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int port = Integer.parseInt(process.inputReader().readLine());
    process.destroyForcibly().waitFor();
    try (DurablePostgres next = DurablePostgres.start(directory, port)) {
      assertEquals("42", ask(next, "select n from t"));
    }
  }

  @Test
  void theDataOfATemporaryServerAreDeletedWhenItIsClosed() throws Exception {
    Path data;
    try (DurablePostgres server = DurablePostgres.temporary()) {
      server.createDatabase("kept");
      data = Path.of(ask(server, "show data_directory"));
      assertTrue(Files.exists(data));
    }
    assertFalse(Files.exists(data));
  }

  /** Starts a server, says on which port, and waits to be killed. */
  static final class Leaver {
    public static void main(String[] arguments) throws Exception {
      DurablePostgres left = DurablePostgres.start(Path.of(arguments[0]), 0);
      left.createDatabase("kept");
      run(left, "create table t (n int)");
      run(left, "insert into t values (42)");
      System.out.println(left.port());
      Thread.currentThread().join();
    }
  }

  private static void run(DurablePostgres server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl("kept"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DurablePostgres server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl("kept"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
