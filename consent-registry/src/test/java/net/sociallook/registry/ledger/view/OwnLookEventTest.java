package net.sociallook.registry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.ledger.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** In the events of her own looks it is the client who asks. */
class OwnLookEventTest {
  private static final String AT_HOLDER = "0123456789abcdef0123456789abcdef";
  private final Names names = new Names(new Directory(List.of()));
  private final AuditEvents events = new AuditEvents(new AuditAgents(names));

  @ParameterizedTest
  @ValueSource(strings = {"search", "read"})
  void clientIsThePersonWhoAsks(String interaction) {
    ObjectNode own =
        own(Messages.permit("gw-1", AT_HOLDER))
            .put("interaction", interaction)
            .put("resource", "x");

    JsonNode event = event(own);

    assertThat(AuditRules.brokenBy(event)).isEmpty();
    assertThat(requestor(event)).isEqualTo("Patient/" + AT_HOLDER);
    assertThat(event.toString()).doesNotContain("Organization/client-page").contains("PATRQT");
  }

  @Test
  void clientIsThePersonWhoWasDenied() {
    JsonNode event = event(own(Messages.denial("gw-1", AT_HOLDER, "token-dead")).put("id", uuid()));

    assertThat(AuditRules.brokenBy(event)).isEmpty();
    assertThat(requestor(event)).isEqualTo("Patient/" + AT_HOLDER);
  }

  private static ObjectNode own(ObjectNode intent) {
    return intent
        .put("recipient", "client-page")
        .put("purpose", "PATRQT")
        .putNull("recipientPseudonym")
        .putNull("caseworker")
        .putNull("grant")
        .putNull("version");
  }

  private JsonNode event(ObjectNode intent) {
    Asked asked = Asked.ofIntent(intent);
    Status status = asked.permitted() ? Status.RUNNING : Status.DENIED;
    Access access =
        new Access(
            1,
            Access.Kind.ACCESS,
            asked,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            status);
    return JsonMapper.shared().readTree(events.event(access).toString());
  }

  private static String requestor(JsonNode event) {
    return event
        .path("agent")
        .valueStream()
        .filter(agent -> agent.path("requestor").asBoolean())
        .findFirst()
        .orElseThrow()
        .at("/who/reference")
        .asString();
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }
}
