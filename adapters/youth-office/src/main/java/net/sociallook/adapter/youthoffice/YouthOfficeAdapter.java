package net.sociallook.adapter.youthoffice;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.ZoneId;
import javax.sql.DataSource;
import net.sociallook.adapter.Adapter;
import net.sociallook.adapter.OnePerFile;
import net.sociallook.adapter.record.Source;

/** Adapters to the case systems of one or more youth offices, in one process. */
public final class YouthOfficeAdapter implements OnePerFile.Running {
  private final Adapter adapter;
  private final HikariDataSource database;

  private YouthOfficeAdapter(Adapter adapter, HikariDataSource database) {
    this.adapter = adapter;
    this.database = database;
  }

  /**
   * Starts one adapter for each file and runs until the process is ended. Prints one line on
   * standard output for each that answers.
   *
   * @param files properties, see docs/adapters.md
   */
  public static void main(String[] files) throws InterruptedException {
    OnePerFile.run("adapter", files, YouthOfficeAdapter::start);
  }

  /**
   * Starts the adapter that a properties file describes.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   * @throws IllegalStateException if it could not be started; nothing is left running
   */
  public static YouthOfficeAdapter start(Path file) {
    YouthOfficeConfig config = YouthOfficeConfig.read(file);
    HikariDataSource database = config.database().open();
    try {
      return new YouthOfficeAdapter(
          Adapter.start(config.adapter(), kinds(config, database)), database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Source<?>[] kinds(YouthOfficeConfig config, DataSource database) {
    ZoneId zone = config.adapter().zone();
    return new Source<?>[] {
      new JdbcDocuments(database, new FileStore(config.files()), zone),
      new JdbcAppointments(database),
      new JdbcSlots(database),
      new JdbcSchedules(database, zone),
      new JdbcGoals(database, zone),
      new JdbcCarePlans(database),
      new JdbcMessages(database),
      new JdbcContacts(database)
    };
  }

  /** The TLS port that is listened on. */
  @Override
  public int port() {
    return adapter.port();
  }

  /** The port of the health check, on the loopback address. */
  public int healthPort() {
    return adapter.healthPort();
  }

  @Override
  public void close() {
    adapter.close();
    database.close();
  }
}
