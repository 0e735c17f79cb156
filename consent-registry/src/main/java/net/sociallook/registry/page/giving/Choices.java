package net.sociallook.registry.page.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps choices for an hour, so that a lost session or a second tab loses none. */
@Component
public class Choices {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 40;

  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  Choices(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** A new one; of too many the oldest are forgotten. */
  Choice add(SignedIn who, Choice.About about, Choice.Form form) {
    Instant now = clock.instant();
    database
        .sql(
            """
            delete from choice where expires_at < :now or client = :client and signer = :signer and id in
              (select id from choice where client = :client and signer = :signer
               order by created_at desc offset :most)\
            """)
        .param("now", Timestamp.from(now))
        .param("client", who.client())
        .param("signer", who.signer())
        .param("most", MOST)
        .update();
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into choice values (:id, :client, :request, :recipient, :holder, :body::jsonb,
              null, null, null, :now, :expiresAt, :signer)\
            """)
        .param("id", id)
        .param("client", who.client())
        .param("signer", who.signer())
        .param("request", request(about), Types.OTHER)
        .param("recipient", about.recipient().value())
        .param("holder", holder(about), Types.VARCHAR)
        .param("body", json.writeValueAsString(form))
        .param("now", Timestamp.from(now))
        .param("expiresAt", Timestamp.from(now.plus(KEPT)))
        .update();
    return new Choice(id, about, form, Optional.empty());
  }

  /** As long as what it is about lies within reach. */
  public Optional<Choice> find(SignedIn who, UUID id) {
    return database
        .sql(
            "select * from choice where id = :id and client = :client and signer = :signer"
                + " and expires_at > :now")
        .param("id", id)
        .param("client", who.client())
        .param("signer", who.signer())
        .param("now", Timestamp.from(clock.instant()))
        .query(this::read)
        .optional()
        .filter(choice -> isWithin(who.reach(), choice.about()));
  }

  private static boolean isWithin(Reach reach, Choice.About about) {
    return reach.covers(about.recipient())
        && switch (about) {
          // Whether the rest of it lies within, the request itself is asked.
          case Choice.About.Asked asked -> true;
          case Choice.About.Own own -> reach.covers(own.holder());
        };
  }

  /** Remembers what was put before the client. */
  public void remember(UUID choice, Giving.Put put) {
    database
        .sql(
            """
            update choice set proposal = :proposal, consent_grant = :grant, document_hash = :hash
            where id = :id\
            """)
        .param("proposal", put.proposal())
        .param("grant", put.grant())
        .param("hash", put.documentHash())
        .param("id", choice)
        .update();
  }

  private static @Nullable UUID request(Choice.About about) {
    return about instanceof Choice.About.Asked asked ? asked.request() : null;
  }

  private static @Nullable String holder(Choice.About about) {
    return about instanceof Choice.About.Own own ? own.holder().value() : null;
  }

  private Choice read(ResultSet row, int number) throws SQLException {
    InstitutionId recipient = new InstitutionId(row.getString("recipient"));
    UUID request = row.getObject("request", UUID.class);
    UUID proposal = row.getObject("proposal", UUID.class);
    return new Choice(
        row.getObject("id", UUID.class),
        request == null
            ? new Choice.About.Own(recipient, new InstitutionId(row.getString("holder")))
            : new Choice.About.Asked(request, recipient),
        json.readValue(row.getString("body"), Choice.Form.class),
        proposal == null
            ? Optional.empty()
            : Optional.of(
                new Giving.Put(
                    proposal,
                    row.getObject("consent_grant", UUID.class),
                    row.getBytes("document_hash"))));
  }
}
