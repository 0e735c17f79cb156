package net.sociallook.registry.page.start;

import java.util.List;
import net.sociallook.registry.ledger.view.Looks;
import net.sociallook.registry.session.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened since a client was last here. It stays new for the whole visit. */
@Component
class Visits {
  private final JdbcClient database;
  private final Looks looks;

  Visits(JdbcClient database, Looks looks) {
    this.database = database;
    this.looks = looks;
  }

  List<Looks.Looked> newTo(SignedIn signedIn) {
    return looks.since(signedIn.client(), seenBefore(signedIn));
  }

  /** One statement, so that two tabs do not take the news away from each other. */
  private long seenBefore(SignedIn signedIn) {
    return database
        .sql(
            """
            insert into visit as known values (:client, :session, 0, :latest)
            on conflict (client) do update set
              seen_before = case when known.session = excluded.session
                                 then known.seen_before else known.seen_now end,
              session = excluded.session,
              seen_now = excluded.seen_now
            returning seen_before\
            """)
        .param("client", signedIn.client())
        .param("session", signedIn.session())
        .param("latest", looks.latest(signedIn.client()))
        .query(Long.class)
        .single();
  }
}
