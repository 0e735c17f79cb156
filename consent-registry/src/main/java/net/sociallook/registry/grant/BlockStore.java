package net.sociallook.registry.grant;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.registry.passkey.Assertion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Blocks, those that stand and those that were lifted. Takes part in the caller's transaction. */
@Component
class BlockStore implements BlockReader {
  private final JdbcClient database;
  private final JsonMapper json;
  private final Clock clock;

  BlockStore(JdbcClient database, JsonMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param sequence where it took effect
   */
  record Standing(UUID id, BlockForm form, long sequence, Instant since) {}

  @Override
  public List<Block> blocksOf(UUID client) {
    return standing(client).stream().map(block -> block.form().toBlock()).toList();
  }

  /** The oldest first. */
  List<Standing> standing(UUID client) {
    return database
        .sql(
            "select * from block where client = :client and removed_at is null"
                + " order by created_at, id")
        .param("client", client)
        .query((row, n) ->
            new Standing(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("body"), BlockForm.class),
                row.getLong("sequence"),
                row.getTimestamp("created_at").toInstant()))
        .list();
  }

  Optional<Standing> find(UUID client, UUID id) {
    return standing(client).stream().filter(block -> block.id().equals(id)).findFirst();
  }

  void add(UUID client, UUID id, BlockForm form, long sequence) {
    database
        .sql("insert into block values (:id, :client, :kind, :body::jsonb, :sequence, :now, null)")
        .param("id", id)
        .param("client", client)
        .param("kind", form.kind())
        .param("body", json.writeValueAsString(form))
        .param("sequence", sequence)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Lifts a block and keeps what the client signed for it; false when it does not stand. */
  boolean remove(UUID client, UUID id, SignedDocument signed) {
    int removed =
        database
            .sql(
                "update block set removed_at = :now"
                    + " where id = :id and client = :client and removed_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("client", client)
            .update();
    if (removed == 0) {
      return false;
    }
    Assertion assertion = signed.assertion();
    database
        .sql(
            """
            insert into block_removal values
              (:block, :document, :text, :language,
               :credential, :authenticatorData, :clientData, :signature)\
            """)
        .param("block", id)
        .param("document", signed.shown().document())
        .param("text", signed.shown().text())
        .param("language", signed.shown().language())
        .param("credential", assertion.credentialId())
        .param("authenticatorData", assertion.authenticatorData())
        .param("clientData", assertion.clientData())
        .param("signature", assertion.signature())
        .update();
    return true;
  }
}
