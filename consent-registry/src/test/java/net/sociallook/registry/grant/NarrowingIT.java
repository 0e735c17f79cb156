package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NarrowingIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void withdrawingTwiceIsWithdrawingOnce() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id") + "/withdrawal";
    Answer first = phone.post(path).is(200);
    Answer second = phone.post(path).is(200);
    assertThat(second.json().get("sequence")).isEqualTo(first.json().get("sequence"));
    assertThat(second.json().get("version")).isEqualTo(first.json().get("version"));
  }

  @Test
  void narrowingReachesOnlyWhatIsMeant() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE, PROVIDER);
    Answer given =
        phone.grant(
            JOBCENTER,
            List.of(
                provision("documents-read", YOUTH_OFFICE), provision("documents-read", PROVIDER)));
    String path = "/api/grants/" + given.text("id");

    phone
        .post(path + "/narrowing", Map.of("holder", YOUTH_OFFICE, "document", "akte-17-3"))
        .is(200);

    JsonNode provisions = phone.get(path).json().get("provisions");
    assertThat(provisions.get(0).path("document").asString()).isEqualTo("akte-17-3");
    assertThat(provisions.get(1).has("document")).isFalse();
  }

  @Test
  void narrowingInTimeEndsEarlier() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    String until =
        Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(3, ChronoUnit.DAYS).toString();
    phone.post(path + "/narrowing", Map.of("until", until)).is(200);
    assertThat(phone.get(path).json().at("/provisions/0/validUntil").asString()).isEqualTo(until);
  }

  @Test
  void droppingAPermissionDropsWhatContainsIt() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("goals-agree", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    phone.post(path + "/narrowing", Map.of("drop", "goals-view")).is(200);
    assertThat(phone.get(path).json().get("provisions")).isEmpty();
  }

  @Test
  void whatIsNotLessIsNoNarrowing() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> provision = provision("documents-read", YOUTH_OFFICE);
    provision.put("document", "akte-1");
    String path =
        "/api/grants/" + phone.grant(JOBCENTER, List.of(provision)).text("id") + "/narrowing";
    phone.post(path, Map.of("until", "2999-01-01T00:00:00Z")).isProblem(422, "not-within");
    phone.post(path, Map.of("drop", "messages")).isProblem(422, "not-within");
    phone
        .post(path, Map.of("holder", YOUTH_OFFICE, "document", "akte-2"))
        .isProblem(422, "not-within");
    phone.post(path, Map.of()).isProblem(400, "malformed");
    phone.post(path, Map.of("holder", YOUTH_OFFICE)).isProblem(400, "malformed");
    phone.post(path, Map.of("document", "akte-1")).isProblem(400, "malformed");
    phone.post(path, Map.of("drop", "nothing")).isProblem(400, "malformed");
    phone.post(path, Map.of("widen", "messages")).isProblem(400, "malformed");
  }

  @Test
  void withdrawnGrantIsNotNarrowed() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    phone.post(path + "/withdrawal").is(200);
    phone
        .post(path + "/narrowing", Map.of("drop", "documents-read"))
        .isProblem(409, "grant-withdrawn");
  }
}
