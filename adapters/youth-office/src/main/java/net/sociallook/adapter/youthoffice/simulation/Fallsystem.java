package net.sociallook.adapter.youthoffice.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/** Fills an empty database and a directory with a youth office's case files. All is invented. */
public final class Fallsystem {
  private static final String SCHEMA = "/fallsystem/schema.sql";

  private Fallsystem() {}

  /** As {@link #fill(DataSource, Path, Stock)}, with invented caseworkers. */
  public static boolean fill(
      DataSource database, Path fileDirectory, long seed, List<Person> people) {
    return fill(database, fileDirectory, new Stock(seed, people, Caseworker.INVENTED));
  }

  /**
   * Makes the tables, the rows and the files: two to eight documents for each person, the first a
   * current one without special protection; and appointments, a plan of help with goals, messages
   * and contact.
   *
   * @param fileDirectory made if absent
   * @return false, having done nothing, if the tables are there already
   * @throws UncheckedIOException if database or directory cannot be written; the database is then
   *     as it was
   */
  public static boolean fill(DataSource database, Path fileDirectory, Stock stock) {
    try (Connection connection = database.getConnection()) {
      if (hasTables(connection)) {
        return false;
      }
      connection.setAutoCommit(false);
      makeTables(connection);
      Rows rows = new Rows(connection);
      rows.catalogues(stock.caseworkers());
      Archive archive = new Archive(fileDirectory, new Random(stock.seed()));
      Casework casework = new Casework(rows, stock);
      casework.calendars();
      long number = 0;
      for (Person person : stock.people()) {
        number++;
        Random random = new Random(stock.seed() * 1_000_003 + number);
        CaseFile file = new CaseFile(number, person, stock.caseworkers(), random);
        rows.add(file, archive);
        casework.add(file, new Random(stock.seed() * 7_000_003 + number));
      }
      rows.flush();
      connection.commit();
      return true;
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("case system: not filled", e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), "fallakte", null)) {
      return tables.next();
    }
  }

  private static void makeTables(Connection connection) throws SQLException, IOException {
    try (InputStream in = Fallsystem.class.getResourceAsStream(SCHEMA);
        Statement statement = connection.createStatement()) {
      if (in == null) {
        throw new IOException(SCHEMA + ": not on the class path");
      }
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
