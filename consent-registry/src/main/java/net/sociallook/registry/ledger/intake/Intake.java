package net.sociallook.registry.ledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.ledger.Draft;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Origin;
import net.sociallook.registry.ledger.Draft.Parties;
import net.sociallook.registry.ledger.GroupCommit;
import net.sociallook.registry.ledger.KnownClients;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Turns messages of gateway nodes into records. */
final class Intake {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final GroupCommit commit;
  private final KnownClients clients;
  private final RecordedIntents intents;

  Intake(GroupCommit commit, KnownClients clients, RecordedIntents intents) {
    this.commit = commit;
    this.clients = clients;
    this.intents = intents;
  }

  /**
   * Records intents of the lease's node; durable on return.
   *
   * @throws Refused if one of them names another node
   */
  void recordIntents(Origin origin, List<IntentMessage> messages) {
    if (messages.stream().anyMatch(message -> !message.node().equals(origin.node()))) {
      throw new Refused(Problem.WRONG_NODE);
    }
    commit.record(messages.stream().map(message -> draft(origin, message)).toList());
  }

  private Draft draft(Origin origin, IntentMessage message) {
    return new Draft(
        Kind.INTENT,
        message.id(),
        client(message),
        new Parties(message.recipient(), message.holder(), message.permits()),
        Optional.of(origin),
        JSON.writeValueAsString(message));
  }

  private Optional<UUID> client(IntentMessage message) {
    return clients
        .client(message.recipient(), message.recipientPseudonym())
        .or(() -> clients.client(message.holder(), message.holderPseudonym()));
  }

  /**
   * Records outcomes; durable on return.
   *
   * @throws Refused if one of the intents is not there or another node's
   */
  void recordOutcomes(String node, List<OutcomeMessage> messages) {
    Map<UUID, RecordedIntents.Recorded> known =
        intents.of(node, messages.stream().map(OutcomeMessage::intent).toList());
    List<Draft> drafts = new ArrayList<>();
    for (OutcomeMessage message : messages) {
      RecordedIntents.Recorded intent = known.get(message.intent());
      if (intent == null) {
        throw new Refused(Problem.UNKNOWN_INTENT);
      }
      drafts.add(draft(intent, message));
    }
    commit.record(drafts);
  }

  private static Draft draft(RecordedIntents.Recorded intent, OutcomeMessage message) {
    return new Draft(
        Kind.OUTCOME,
        message.intent(),
        intent.client(),
        intent.parties(),
        Optional.of(intent.origin()),
        JSON.writeValueAsString(message));
  }
}
