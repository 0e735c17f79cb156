package net.sociallook.registry.push;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.lease.GatewayNode;
import tools.jackson.databind.node.ObjectNode;

/** A client of the Jobcenter, and what happens to her. */
public record News(RunningRegistry registry, Phone phone, String pseudonym) {

  public static News of(RunningRegistry registry) {
    Phone phone = new Phone(registry);
    return new News(registry, phone, phone.linkTo(Office.of(registry, JOBCENTER)));
  }

  /** The Jobcenter asks her for something. */
  public String request() {
    Map<String, String> asked = Phone.provision("documents-read", YOUTH_OFFICE);
    asked.remove("validFrom");
    asked.put(
        "validUntil",
        Instant.now().plus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    return Office.of(registry, JOBCENTER)
        .post(
            "/consent-requests",
            Map.of(
                "patient",
                pseudonym,
                "requester",
                "jc-001",
                "provisions",
                List.of(asked),
                "reason",
                "Für den Antrag."))
        .is(201)
        .text("id");
  }

  /** The Jobcenter's caseworker looks at documents under this grant; the id of the line. */
  public String look(UUID grant, String caseworker) {
    return record(permit(grant, caseworker), Messages.outcome(""));
  }

  /** She is permitted to search, and there is nothing. */
  public String emptySearch(UUID grant, String caseworker) {
    ObjectNode nothing = Messages.outcome("").put("releasedCount", 0).put("bytes", 0);
    nothing.putArray("released");
    return record(permit(grant, caseworker), nothing);
  }

  /** She writes a message, with this status. */
  public String message(UUID grant, int status) {
    ObjectNode written = Messages.outcome("").put("status", status).put("releasedCount", 0);
    written.putArray("released");
    if (status >= 300) {
      written.put("result", "refused-upstream");
    }
    return record(
        permit(grant, "jc-001").put("type", "Communication").put("interaction", "create"), written);
  }

  private ObjectNode permit(UUID grant, String caseworker) {
    return Messages.permit("gw-push", pseudonym)
        .put("caseworker", caseworker)
        .put("grant", grant.toString());
  }

  private String record(ObjectNode intent, ObjectNode outcome) {
    try {
      GatewayNode node = new GatewayNode(registry, "gw-push");
      String lease = node.join().path("lease").asString();
      String id = intent.get("id").asString();
      assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
      outcome.put("intent", id);
      assertThat(node.post("/outcomes", Messages.outcomes(outcome)).status()).isEqualTo(201);
      return id;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
