package net.sociallook.adapter.youthoffice;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.sociallook.adapter.AdapterConfig;
import net.sociallook.adapter.Settings;

/**
 * An adapter's configuration, and where its case system is.
 *
 * @param files the directory of the case system's files
 */
record YouthOfficeConfig(AdapterConfig adapter, Database database, Path files) {
  private static final int CONNECTIONS = 8;
  private static final int PATIENCE_MILLIS = 3_000;

  /**
   * Reads the keys of {@link AdapterConfig#read} and {@code database.url}, {@code database.user},
   * {@code database.password-file} (none), {@code files}; refuses others.
   */
  static YouthOfficeConfig read(Path file) {
    Settings settings = Settings.read(file);
    YouthOfficeConfig config =
        new YouthOfficeConfig(
            AdapterConfig.read(settings),
            new Database(
                settings.text("database.url"),
                settings.text("database.user"),
                settings.optional("database.password-file").map(settings::resolve)),
            settings.path("files"));
    settings.refuseOthers();
    return config;
  }

  /**
   * @param url JDBC
   */
  record Database(String url, String user, Optional<Path> passwordFile) {
    /** Connections that can only read. None is opened before it is needed. */
    HikariDataSource open() {
      HikariConfig pool = new HikariConfig();
      pool.setJdbcUrl(url);
      pool.setUsername(user);
      passwordFile.map(Database::readSecret).ifPresent(pool::setPassword);
      pool.setReadOnly(true);
      pool.setMaximumPoolSize(CONNECTIONS);
      pool.setMinimumIdle(1);
      pool.setConnectionTimeout(PATIENCE_MILLIS);
      pool.setInitializationFailTimeout(-1);
      pool.addDataSourceProperty("socketTimeout", "10");
      return new HikariDataSource(pool);
    }

    private static String readSecret(Path file) {
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
