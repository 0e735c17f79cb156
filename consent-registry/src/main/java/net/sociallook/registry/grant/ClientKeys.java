package net.sociallook.registry.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.SignedEvidence.EndorsedKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A client's keys as the database has them, removed ones too: what they signed stays signed. */
@Component
class ClientKeys {
  /** How long the client's other devices can say no to a recovery before it counts. */
  static final Duration OBJECTION = Duration.ofHours(72);

  private final JdbcClient database;
  private final Clock clock;

  ClientKeys(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A COSE key, comparable. */
  record Key(List<Byte> octets) {
    static Key of(byte[] publicKey) {
      List<Byte> octets = new ArrayList<>(publicKey.length);
      for (byte octet : publicKey) {
        octets.add(octet);
      }
      return new Key(List.copyOf(octets));
    }

    Optional<EndorsedKey> among(List<EndorsedKey> endorsed) {
      return endorsed.stream().filter(one -> of(one.publicKey()).equals(this)).findFirst();
    }
  }

  /** A step that a chain can take. */
  record Edge(Key newer, Key older, KeyStep step) {}

  Optional<Key> find(UUID client, byte[] credential) {
    return database
        .sql("select public_key from passkey where credential_id = :id and client = :client")
        .param("id", credential)
        .param("client", client)
        .query((row, n) -> Key.of(row.getBytes("public_key")))
        .optional();
  }

  /** The newest first. */
  List<EndorsedKey> endorsedBy(UUID client, InstitutionId holder) {
    return database
        .sql(
            """
            select p.public_key, r.salt, r.endorsement, r.endorsed_at
            from replacement r join passkey p on p.credential_id = r.newer
            where r.client = :client and r.institution = :holder and r.endorsement is not null
            union all
            select p.public_key, l.salt, l.endorsement, null
            from link l join passkey p on p.credential_id = l.credential_id
            where l.client = :client and l.institution = :holder and l.endorsement is not null
            order by endorsed_at desc nulls last\
            """)
        .param("client", client)
        .param("holder", holder.value())
        .query((row, n) -> endorsedKey(row))
        .list();
  }

  List<Edge> edges(UUID client) {
    List<Edge> edges = new ArrayList<>(byKeys(client));
    edges.addAll(byRecoveries(client));
    return edges;
  }

  private List<Edge> byKeys(UUID client) {
    return database
        .sql(
            """
            select n.public_key as newer_key, o.public_key as older_key, s.document,
                   s.authenticator_data, s.client_data, s.signature
            from key_step s
            join passkey n on n.credential_id = s.newer
            join passkey o on o.credential_id = s.older
            where n.client = :client and o.client = :client
            order by s.created_at\
            """)
        .param("client", client)
        .query((row, n) ->
            new Edge(
                Key.of(row.getBytes("newer_key")),
                Key.of(row.getBytes("older_key")),
                new KeyStep.ByKey(
                    row.getBytes("newer_key"),
                    row.getBytes("document"),
                    new SignedEvidence.Assertion(
                        row.getBytes("authenticator_data"),
                        row.getBytes("client_data"),
                        row.getBytes("signature")))))
        .list();
  }

  private record Pair(Key newer, Key older) {}

  private record Said(Pair pair, Instant at, KeyStep.Word word) {}

  private List<Edge> byRecoveries(UUID client) {
    Map<Pair, List<Said>> byPair = new LinkedHashMap<>();
    said(client)
        .forEach(one -> byPair.computeIfAbsent(one.pair(), p -> new ArrayList<>()).add(one));
    List<Edge> edges = new ArrayList<>();
    byPair.forEach((pair, all) ->
        words(all)
            .ifPresent(words ->
                edges.add(
                    new Edge(
                        pair.newer(),
                        pair.older(),
                        new KeyStep.ByRecovery(words.getFirst().newer().publicKey(), words)))));
    return edges;
  }

  /** One that is old enough; else two, if there are. */
  private Optional<List<KeyStep.Word>> words(List<Said> all) {
    Instant latest = clock.instant().minus(OBJECTION);
    if (!all.getFirst().at().isAfter(latest)) {
      return Optional.of(List.of(all.getFirst().word()));
    }
    return all.size() < 2
        ? Optional.empty()
        : Optional.of(all.stream().limit(2).map(Said::word).toList());
  }

  /** The oldest first, one of each institution for a pair of keys. */
  private List<Said> said(UUID client) {
    return database
        .sql(
            """
            select * from (
              select distinct on (r.institution, r.newer) n.public_key, r.salt, r.endorsement,
                     r.endorsed_at, o.public_key as older_key, f.salt as older_salt
              from replacement r
              join passkey n on n.credential_id = r.newer
              join first_key f on f.client = r.client and f.institution = r.institution
                and f.key_hash = r.replaces
              join passkey o on o.credential_id = f.credential_id
              where r.client = :client and r.endorsement is not null
              order by r.institution, r.newer, r.endorsed_at) said
            order by endorsed_at\
            """)
        .param("client", client)
        .query((row, n) ->
            new Said(
                new Pair(Key.of(row.getBytes("public_key")), Key.of(row.getBytes("older_key"))),
                row.getTimestamp("endorsed_at").toInstant(),
                new KeyStep.Word(endorsedKey(row), row.getBytes("older_salt"))))
        .list();
  }

  private static EndorsedKey endorsedKey(ResultSet row) throws SQLException {
    return new EndorsedKey(
        row.getBytes("public_key"), row.getBytes("salt"), row.getString("endorsement"));
  }
}
