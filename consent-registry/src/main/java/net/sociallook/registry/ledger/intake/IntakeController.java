package net.sociallook.registry.ledger.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.ledger.Draft.Origin;
import net.sociallook.registry.ledger.IdReused;
import net.sociallook.registry.sequence.lease.Leases;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where gateway nodes record. An answer 201 means that the records survive a crash. */
@RestController
class IntakeController {
  private static final int MOST = 1_000;

  record Intents(
      @JsonProperty(required = true) UUID lease,
      @JsonProperty(required = true) List<IntentMessage> intents) {}

  record Outcomes(@JsonProperty(required = true) List<OutcomeMessage> outcomes) {}

  record Recorded(List<UUID> recorded) {}

  private final Intake intake;
  private final Leases leases;

  IntakeController(Intake intake, Leases leases) {
    this.intake = intake;
    this.leases = leases;
  }

  @PostMapping("/intents")
  @ResponseStatus(HttpStatus.CREATED)
  Recorded intents(Caller.Gateway caller, @RequestBody Intents message) {
    requireSize(message.intents());
    leases.check(message.lease(), caller.node()).require();
    record(
        () -> intake.recordIntents(new Origin(caller.node(), message.lease()), message.intents()));
    return new Recorded(message.intents().stream().map(IntentMessage::id).toList());
  }

  @PostMapping("/outcomes")
  @ResponseStatus(HttpStatus.CREATED)
  Recorded outcomes(Caller.Gateway caller, @RequestBody Outcomes message) {
    requireSize(message.outcomes());
    record(() -> intake.recordOutcomes(caller.node(), message.outcomes()));
    return new Recorded(message.outcomes().stream().map(OutcomeMessage::intent).toList());
  }

  private static void record(Runnable recording) {
    try {
      recording.run();
    } catch (IdReused e) {
      throw new Refused(Problem.ID_IN_USE);
    }
  }

  private static void requireSize(List<?> records) {
    if (records.isEmpty() || records.contains(null)) {
      throw new Refused(Problem.MALFORMED);
    }
    if (records.size() > MOST) {
      throw new Refused(Problem.TOO_MANY_RECORDS);
    }
  }
}
