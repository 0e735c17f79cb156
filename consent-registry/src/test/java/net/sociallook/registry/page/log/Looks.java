package net.sociallook.registry.page.log;

import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.TestDirectory;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.lease.GatewayNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts looks and refusals into the ledger, as a gateway and the registry do. */
public final class Looks {
  private final RunningRegistry registry;
  private final GatewayNode node;

  public Looks(RunningRegistry registry) {
    this.registry = registry;
    this.node = new GatewayNode(registry, "gw-log");
  }

  /** The Jobcenter's caseworker jc-001 was shown a document of the youth office. */
  public String seen(String pseudonym) throws Exception {
    ObjectNode intent = Messages.permit("gw-log", pseudonym).put("caseworker", "jc-001");
    String id = record(intent);
    assertThat(node.post("/outcomes", Messages.outcomes(Messages.outcome(id))).status())
        .isEqualTo(201);
    return id;
  }

  /** She was shown these things of the youth office. */
  public String seen(String pseudonym, String type, String... ids) throws Exception {
    ObjectNode intent =
        Messages.permit("gw-log", pseudonym).put("caseworker", "jc-001").put("type", type);
    String id = record(intent);
    ObjectNode outcome = Messages.outcome(id).put("releasedCount", ids.length);
    ArrayNode released = outcome.putArray("released");
    for (String one : ids) {
      released.addObject().put("type", type).put("id", one);
    }
    assertThat(node.post("/outcomes", Messages.outcomes(outcome)).status()).isEqualTo(201);
    return id;
  }

  /**
   * The youth office's ya-001 did this at the desk, about the Jobcenter's grant; ya-002 was there.
   */
  public UUID desk(UUID client, DeskAct act, String level, Attested.Proof proof) {
    UUID id = UUID.randomUUID();
    boolean nobody =
        EnumSet.of(DeskAct.EVERYTHING_TAKEN_BACK, DeskAct.LINKED_IN_PERSON, DeskAct.LINK_CONFIRMED)
            .contains(act);
    boolean grants = !nobody && act != DeskAct.LINKED_ELSEWHERE;
    LedgerEntry.Captured captured =
        level.isEmpty()
            ? null
            : new LedgerEntry.Captured(
                UUID.randomUUID(),
                level,
                level.equals("paper") ? LocalDate.parse("2026-11-21") : null,
                UUID.randomUUID(),
                act == DeskAct.CAPTURED ? 1 : null);
    registry
        .bean(Ledger.class)
        .append(
            new LedgerEntry.AtDesk(
                id,
                client,
                new LedgerEntry.By(
                    TestDirectory.YOUTH_OFFICE, "ya-001", proof.code(), "0".repeat(32)),
                new LedgerEntry.Done(
                    act,
                    nobody ? null : TestDirectory.JOBCENTER,
                    grants ? List.of("documents-read") : List.of(),
                    captured == null && act != DeskAct.LINKED_IN_PERSON ? null : "ya-002",
                    captured,
                    null)));
    return id;
  }

  /** A look of the Jobcenter that rested on the first version of this grant. */
  public String onGrant(String pseudonym, String grant) throws Exception {
    return record(
        Messages.permit("gw-log", pseudonym)
            .put("caseworker", "jc-001")
            .put("grant", grant)
            .put("version", 1));
  }

  public String denied(String pseudonym, String reason) throws Exception {
    return record(Messages.denial("gw-log", pseudonym, reason).put("caseworker", "jc-002"));
  }

  /** The client, with this pseudonym at the youth office, looked at her own appointments. */
  public String own(String pseudonym) throws Exception {
    ObjectNode intent =
        Messages.permit("gw-log", pseudonym)
            .put("recipient", "client-page")
            .putNull("caseworker")
            .putNull("recipientPseudonym")
            .put("holderPseudonym", pseudonym)
            .putNull("grant")
            .putNull("version")
            .put("type", "Appointment")
            .put("purpose", "PATRQT");
    return record(intent);
  }

  public void tokenRefused(String pseudonym, String purpose, String reason) {
    registry
        .bean(Ledger.class)
        .append(
            new TokenRefused(
                TestDirectory.JOBCENTER,
                "jc-002",
                pseudonym,
                YOUTH_OFFICE,
                purpose,
                List.of("goals-view"),
                reason));
  }

  /** A token for whatever there is was refused. */
  public void tokenForAnythingRefused(String pseudonym) {
    registry
        .bean(Ledger.class)
        .append(
            new TokenRefused(
                TestDirectory.JOBCENTER,
                "jc-002",
                pseudonym,
                YOUTH_OFFICE,
                "COC",
                List.of(),
                "no-grant"));
  }

  private String record(ObjectNode intent) throws Exception {
    String lease = node.join().path("lease").asString();
    assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
    return intent.get("id").asString();
  }
}
