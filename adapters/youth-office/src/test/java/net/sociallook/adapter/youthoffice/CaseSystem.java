package net.sociallook.adapter.youthoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import net.sociallook.adapter.youthoffice.simulation.Fallsystem;
import net.sociallook.adapter.youthoffice.simulation.Person;
import net.sociallook.testbed.DurablePostgres;
import net.sociallook.testbed.adapter.Surroundings;
import org.postgresql.ds.PGSimpleDataSource;

/** The simulated case system on a real PostgreSQL, for tests. */
final class CaseSystem implements AutoCloseable {
  static final String INSTITUTION = "youth-office-nordhausen";
  static final List<Person> PEOPLE =
      List.of(
          new Person("4711", "Müller", "Jonas", LocalDate.of(2005, 3, 14)),
          new Person("4712", "Yıldız", "Emre", LocalDate.of(2004, 11, 2)),
          new Person("4713", "Schäfer", "Lena", LocalDate.of(2006, 7, 29)));

  private final DurablePostgres postgres = DurablePostgres.temporary();
  private final Path files;

  CaseSystem() {
    try {
      this.files = Files.createTempDirectory("case-files");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres.createDatabase("fallsystem");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url());
    Fallsystem.fill(database, files, 42, PEOPLE);
  }

  /** Writes the properties of an adapter to this system. */
  Path configuration(Surroundings around) {
    return around.configuration(
        List.of("database.url=" + url(), "database.user=postgres", "files=" + files));
  }

  String url() {
    return postgres.jdbcUrl("fallsystem");
  }

  Path files() {
    return files;
  }

  /** Runs a statement as the case system's own staff would. */
  void run(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Adds a current document, whose file is missing, to the case file of a person. */
  void addDocument(int caseFile, int number, String date) {
    run(
        """
        insert into dokument values (%d, %d, %d, 'HPL', 'F', '%s', 'Hilfeplan', null, 1, null,
          '%sT10:00:00Z', 'N')\
        """
            .formatted(caseFile * 10_000 + number, caseFile, number, date, date));
    run(
        "insert into dokument_datei values (%d, 1, '%d.txt', 'text/plain', 'Datei', 10, null)"
            .formatted(caseFile * 10_000 + number, number));
  }

  void kill() {
    postgres.kill();
  }

  @Override
  public void close() {
    postgres.close();
  }
}
