package net.sociallook.registry.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What devices have not been told yet. Many nodes can take from it at once: each notice goes to one
 * of them, and to another one when that did not say what became of it.
 */
@Component
public class Notices {
  private final JdbcClient database;

  Notices(JdbcClient database) {
    this.database = database;
  }

  /**
   * One that somebody is to deliver.
   *
   * @param wanted whether the client still wants to be told of any of it, and is still there
   * @param pieces of news that it stands for
   * @param attempts with this one
   * @param since the first of its news
   */
  public record Notice(Device device, boolean wanted, int pieces, int attempts, Instant since) {}

  /**
   * Takes what is due, the longest due first; for nobody else until that is held to be lost.
   *
   * @param gathered only what is older than this
   */
  public List<Notice> take(Instant now, Instant gathered, Duration lost, int most) {
    return database
        .sql(
            """
            with due as materialized (
              select device from push_notice
              where not_before <= :now and since <= :gathered
              order by not_before limit :most for update skip locked)
            update push_notice n set attempts = n.attempts + 1, not_before = :lost
            from push_device d
            where d.id = n.device and n.device in (select device from due)
            returning d.*, n.pieces, n.attempts, n.since, n.topics && d.topics and exists (
              select from passkey p where p.client = d.client and p.removed_at is null) as wanted\
            """)
        .param("now", Timestamp.from(now))
        .param("gathered", Timestamp.from(gathered))
        .param("lost", Timestamp.from(now.plus(lost)))
        .param("most", most)
        .query(Notices::notice)
        .list();
  }

  /** It was told, or need not be. What came in the meantime is told next. */
  public void done(Notice notice, Instant now) {
    boolean whole =
        database
                .sql("delete from push_notice where device = :device and pieces = :pieces")
                .param("device", notice.device().id())
                .param("pieces", notice.pieces())
                .update()
            > 0;
    if (!whole) {
      database
          .sql(
              """
              update push_notice set pieces = pieces - :pieces, attempts = 0,
                since = :now, not_before = :now
              where device = :device and pieces > :pieces\
              """)
          .param("device", notice.device().id())
          .param("pieces", notice.pieces())
          .param("now", Timestamp.from(now))
          .update();
    }
  }

  /** It could not be told now. */
  public void again(Notice notice, Instant notBefore) {
    database
        .sql("update push_notice set not_before = :notBefore where device = :device")
        .param("device", notice.device().id())
        .param("notBefore", Timestamp.from(notBefore))
        .update();
  }

  /** The device is no more. */
  public void forget(Device device) {
    database
        .sql("delete from push_device where id = :device")
        .param("device", device.id())
        .update();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        DeviceStore.device(row, number),
        row.getBoolean("wanted"),
        row.getInt("pieces"),
        row.getInt("attempts"),
        row.getTimestamp("since").toInstant());
  }

  /**
   * What a client's devices are to be told of, if she wants it. Part of the caller's transaction.
   */
  public void add(UUID client, Topic topic) {
    database
        .sql("select cast(tell(:client, :topic) as text)")
        .param("client", client)
        .param("topic", topic.code())
        .query((row, number) -> true)
        .list();
  }
}
