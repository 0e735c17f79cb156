package net.sociallook.registry.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.session.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked for the first time. */
@Component
public class FirstLooks {
  private static final int MOST = 10;

  private final JdbcClient database;

  FirstLooks(JdbcClient database) {
    this.database = database;
  }

  /**
   * Those that no earlier visit has shown, the newest first; of more than {@value #MOST} the others
   * are in the log alone. They stay new for the whole visit.
   */
  public List<FirstLook> newTo(SignedIn signedIn) {
    database
        .sql(
            "update first_look set shown_in = :session where client = :client and shown_in is null")
        .param("client", signedIn.client())
        .param("session", signedIn.session())
        .update();
    return database
        .sql(
            "select * from first_look where client = :client and shown_in = :session"
                + " order by looked_at desc, entry limit :most")
        .param("client", signedIn.client())
        .param("session", signedIn.session())
        .param("most", MOST)
        .query(FirstLooks::look)
        .list();
  }

  /** Whether it was the first; part of the caller's transaction. */
  boolean add(Seen seen) {
    return database
            .sql(
                """
                insert into first_look
                select :grant, coalesce((select signed_version from grant_version
                  where consent_grant = :grant and version = :version), :version),
                  :caseworker, c.id, :recipient, :entry, :at, null
                from client c where c.id = :client
                on conflict do nothing\
                """)
            .param("grant", seen.grant())
            .param("version", seen.version())
            .param("caseworker", seen.caseworker())
            .param("client", seen.client())
            .param("recipient", seen.recipient())
            .param("entry", seen.entry())
            .param("at", Timestamp.from(seen.recordedAt()))
            .update()
        > 0;
  }

  private static FirstLook look(ResultSet row, int number) throws SQLException {
    String caseworker = row.getString("caseworker");
    return new FirstLook(
        new InstitutionId(row.getString("recipient")),
        caseworker.isEmpty() ? Optional.empty() : Optional.of(new CaseworkerId(caseworker)),
        row.getObject("entry", UUID.class),
        row.getTimestamp("looked_at").toInstant());
  }
}
