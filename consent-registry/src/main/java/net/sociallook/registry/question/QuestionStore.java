package net.sociallook.registry.question;

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
import net.sociallook.registry.directory.Attested;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps questions and their answers. Takes part in the caller's transaction. */
@Component
class QuestionStore {
  private final JdbcClient database;

  QuestionStore(JdbcClient database) {
    this.database = database;
  }

  /** Makes this client's next question wait for this one. */
  void lock(UUID client) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(:client, 2))")
        .param("client", client.toString())
        .query((row, n) -> true)
        .single();
  }

  int askedSince(UUID client, Instant since) {
    return database
        .sql("select count(*) from question where client = :client and asked_at > :since")
        .param("client", client)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  boolean isThere(UUID id) {
    return database
            .sql("select count(*) from question where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(Question question) {
    database
        .sql(
            """
            insert into question values
              (:id, :client, :institution, :entry, :kind, :body, :askedAt, :dueAt,
               null, null, null)\
            """)
        .param("id", question.id())
        .param("client", question.client())
        .param("institution", question.institution().value())
        .param("entry", question.entry())
        .param("kind", question.kind().code())
        .param("body", question.text())
        .param("askedAt", Timestamp.from(question.askedAt()))
        .param("dueAt", Timestamp.from(question.dueAt()))
        .update();
  }

  /** About these lines of a client's log, the oldest first. */
  List<Question> about(UUID client, List<UUID> entries) {
    return database
        .sql(
            "select * from question where client = :client and entry = any(:entries)"
                + " order by asked_at, id")
        .param("client", client)
        .param("entries", entries.toArray(UUID[]::new))
        .query(QuestionStore::question)
        .list();
  }

  /** Answered since then, the newest first; and, after them, open and asked since then. */
  List<Question> ofClient(UUID client, Instant answeredSince, Instant askedSince, int count) {
    return database
        .sql(
            """
            select * from question
            where client = :client
              and (answered_at > :answeredSince or answer is null and asked_at > :askedSince)
            order by answered_at desc nulls last, due_at, id limit :count\
            """)
        .param("client", client)
        .param("answeredSince", Timestamp.from(answeredSince))
        .param("askedSince", Timestamp.from(askedSince))
        .param("count", count)
        .query(QuestionStore::question)
        .list();
  }

  Optional<Question> find(InstitutionId institution, UUID id) {
    return database
        .sql("select * from question where institution = :institution and id = :id")
        .param("institution", institution.value())
        .param("id", id)
        .query(QuestionStore::question)
        .optional();
  }

  /**
   * To an institution, in the order of their ids.
   *
   * @param answered only those that are, or are not
   */
  List<Question> page(
      InstitutionId institution, Optional<Boolean> answered, Optional<UUID> after, int count) {
    return database
        .sql(
            """
            select * from question
            where institution = :institution
              and (cast(:after as uuid) is null or id > :after)
              and (cast(:answered as boolean) is null or (answer is not null) = :answered)
            order by id limit :count\
            """)
        .param("institution", institution.value())
        .param("after", after.orElse(null), Types.OTHER)
        .param("answered", answered.orElse(null), Types.BOOLEAN)
        .param("count", count)
        .query(QuestionStore::question)
        .list();
  }

  List<Question> open(InstitutionId institution, int skip, int count) {
    return part("answer is null order by due_at, id", institution, skip, count);
  }

  List<Question> answered(InstitutionId institution, int skip, int count) {
    return part("answer is not null order by answered_at desc, id", institution, skip, count);
  }

  private List<Question> part(String which, InstitutionId institution, int skip, int count) {
    return database
        .sql(
            "select * from question where institution = :institution and "
                + which
                + " offset :skip limit :count")
        .param("institution", institution.value())
        .param("skip", skip)
        .param("count", count)
        .query(QuestionStore::question)
        .list();
  }

  /** The first answer stays. */
  void answer(UUID id, Question.Answer answer) {
    database
        .sql(
            "update question set answer = :text, answered_by = :caseworker, answered_at = :at,"
                + " answered_with = :proof"
                + " where id = :id and answer is null")
        .param("id", id)
        .param("text", answer.text())
        .param("caseworker", answer.caseworker().value())
        .param("proof", answer.proof().map(Attested.Proof::code).orElse(null))
        .param("at", Timestamp.from(answer.at()))
        .update();
  }

  private static Question question(ResultSet row, int number) throws SQLException {
    String answer = row.getString("answer");
    return new Question(
        row.getObject("id", UUID.class),
        row.getObject("client", UUID.class),
        new InstitutionId(row.getString("institution")),
        row.getObject("entry", UUID.class),
        Question.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
        row.getString("body"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        answer == null
            ? Optional.empty()
            : Optional.of(
                new Question.Answer(
                    answer,
                    new CaseworkerId(row.getString("answered_by")),
                    Optional.ofNullable(row.getString("answered_with")).map(Attested.Proof::ofCode),
                    row.getTimestamp("answered_at").toInstant())));
  }
}
