package net.sociallook.registry.database;

import javax.sql.DataSource;
import net.sociallook.registry.RefusesToStart;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether what the database has committed survives a crash. A withdrawal that is forgotten is worse
 * than no answer.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-wal.html">Write ahead
 *     log</a>
 */
final class Durability {
  private Durability() {}

  /**
   * @throws RefusesToStart if a crash could lose a commit, or if the database cannot be asked
   */
  static void require(DataSource database) {
    JdbcClient client = JdbcClient.create(database);
    requireNotOff(client, "fsync");
    requireNotOff(client, "full_page_writes");
    requireNotOff(client, "synchronous_commit");
  }

  private static void requireNotOff(JdbcClient client, String setting) {
    if (valueOf(client, setting).equals("off")) {
      throw new RefusesToStart(
          "The database has "
              + setting
              + " = off (expected: on), so that a crash could lose a withdrawal.");
    }
  }

  private static String valueOf(JdbcClient client, String setting) {
    try {
      return client
          .sql("select current_setting(:name)")
          .param("name", setting)
          .query(String.class)
          .single();
    } catch (DataAccessException e) {
      throw new RefusesToStart(
          "The database does not answer (expected: a reachable PostgreSQL, and the right user and"
              + " password): "
              + e.getMostSpecificCause().getMessage(),
          e);
    }
  }
}
