package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import net.sociallook.pilot.http.Consents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry's key changes, and nobody is refused because of it. */
@ExtendWith(SharedPilot.class)
class KeysIT {
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String SEARCH = "/fhir/youth-office-nordhausen/DocumentReference?_count=1";

  private final PilotProcess pilot;

  KeysIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void tokensOfBothKeysAreGood() {
    Consents consents = Caller.as(pilot, JOBCENTER, "client-31").client();
    String grant =
        consents.give(JOBCENTER, List.of(WithdrawalIT.documentsRead())).path("id").asString();
    Caller before = Caller.of(pilot, "client-31");
    String current = current();
    // A key is to be known everywhere before it signs: half a minute after the registry's first
    // start.
    Eventually.within(
        Duration.ofSeconds(45), "a rotation", () -> pilot.run("keys", "rotate").code() == 0);
    assertNotEquals(current, current());
    Caller after = Caller.of(pilot, "client-31");
    assertEquals(200, before.status(SEARCH), "a token of the key before");
    assertEquals(200, after.status(SEARCH), "a token of the new key");
    consents.withdraw(grant);
  }

  private String current() {
    return pilot.run("keys", "--json").orFail().json().path("keys").values().stream()
        .filter(key -> key.path("state").asString().equals("current"))
        .map(key -> key.path("kid").asString())
        .findFirst()
        .orElseThrow();
  }
}
