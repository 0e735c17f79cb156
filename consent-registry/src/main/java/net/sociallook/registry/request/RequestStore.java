package net.sociallook.registry.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps requests. Takes part in the caller's transaction. */
@Component
class RequestStore {
  private final JdbcClient database;
  private final JsonMapper json;

  RequestStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Makes others who would ask the same client for the same institution wait for this one. */
  void lock(InstitutionId institution, UUID client) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(:pair, 1))")
        .param("pair", institution.value() + " " + client)
        .query((row, n) -> true)
        .single();
  }

  void add(ConsentRequest request) {
    database
        .sql(
            """
            insert into consent_request values
              (:id, :client, :institution, :caseworker, :provisions::jsonb, :reason,
               :validUntil, :createdAt, null)\
            """)
        .param("id", request.id())
        .param("client", request.client())
        .param("institution", request.asker().institution().value())
        .param("caseworker", request.asker().caseworker().value())
        .param("provisions", json.writeValueAsString(request.content().provisions()))
        .param("reason", request.content().reason())
        .param("validUntil", Timestamp.from(request.content().validUntil(request.createdAt())))
        .param("createdAt", Timestamp.from(request.createdAt()))
        .update();
  }

  /** Those of an institution to one client that still ask for something. */
  List<ConsentRequest> current(InstitutionId institution, UUID client, Instant now) {
    return database
        .sql(
            "select * from consent_request where institution = :institution"
                + " and client = :client and valid_until > :now")
        .param("institution", institution.value())
        .param("client", client)
        .param("now", Timestamp.from(now))
        .query(this::request)
        .list();
  }

  Optional<ConsentRequest> find(InstitutionId institution, UUID id) {
    return database
        .sql("select * from consent_request where id = :id and institution = :institution")
        .param("id", id)
        .param("institution", institution.value())
        .query(this::request)
        .optional();
  }

  Optional<ConsentRequest> find(UUID client, UUID id) {
    return database
        .sql("select * from consent_request where id = :id and client = :client")
        .param("id", id)
        .param("client", client)
        .query(this::request)
        .optional();
  }

  /**
   * Of an institution, in the order of their ids.
   *
   * @param after only larger ids
   */
  List<ConsentRequest> page(InstitutionId institution, Optional<UUID> after, int count) {
    return database
        .sql(
            """
            select * from consent_request
            where institution = :institution and (cast(:after as uuid) is null or id > :after)
            order by id limit :count\
            """)
        .param("institution", institution.value())
        .param("after", after.orElse(null), Types.OTHER)
        .param("count", count)
        .query(this::request)
        .list();
  }

  /** Of an institution, the newest first. */
  List<ConsentRequest> newest(InstitutionId institution, Instant before, int count) {
    return database
        .sql(
            "select * from consent_request where institution = :institution"
                + " and created_at < :before order by created_at desc, id limit :count")
        .param("institution", institution.value())
        .param("before", Timestamp.from(before))
        .param("count", count)
        .query(this::request)
        .list();
  }

  /** To a client, the newest first. */
  List<ConsentRequest> newest(UUID client, int count) {
    return database
        .sql(
            "select * from consent_request where client = :client"
                + " order by created_at desc, id limit :count")
        .param("client", client)
        .param("count", count)
        .query(this::request)
        .list();
  }

  /** The first decline stays. */
  void decline(UUID id, Instant now) {
    database
        .sql("update consent_request set declined_at = :now where id = :id and declined_at is null")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  private ConsentRequest request(ResultSet row, int number) throws SQLException {
    return new ConsentRequest(
        row.getObject("id", UUID.class),
        row.getObject("client", UUID.class),
        new ConsentRequest.Asker(
            new InstitutionId(row.getString("institution")),
            new CaseworkerId(row.getString("caseworker"))),
        new ConsentRequest.Content(
            json.readValue(
                row.getString("provisions"), new TypeReference<List<AskedProvision>>() {}),
            row.getString("reason")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("declined_at") != null);
  }
}
