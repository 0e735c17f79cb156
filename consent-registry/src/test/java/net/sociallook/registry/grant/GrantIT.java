package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void clientGivesWidensNarrowsWithdrawsAndGivesAgain() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> read = provision("documents-read", YOUTH_OFFICE);

    Answer given = phone.grant(JOBCENTER, List.of(read));
    String path = "/api/grants/" + given.text("id");
    assertThat(given.json().get("version").asInt()).isEqualTo(1);

    Answer widened = phone.grant(JOBCENTER, List.of(provision("goals-view", YOUTH_OFFICE)));
    assertThat(widened.text("id")).isEqualTo(given.text("id"));
    assertThat(permissions(widened)).containsExactly("documents-read", "goals-view");

    Answer narrowed = phone.post(path + "/narrowing", Map.of("drop", "goals-view")).is(200);
    assertThat(narrowed.text("state")).isEqualTo("narrowed");
    assertThat(narrowed.json().get("version").asInt()).isEqualTo(3);
    assertThat(permissions(phone.get(path))).containsExactly("documents-read");

    Answer withdrawn = phone.post(path + "/withdrawal").is(200);
    assertThat(withdrawn.text("state")).isEqualTo("withdrawn");
    assertThat(withdrawn.json().get("sequence").asLong())
        .isGreaterThan(narrowed.json().get("sequence").asLong());
    assertThat(phone.get(path).text("state")).isEqualTo("withdrawn");

    Answer again = phone.grant(JOBCENTER, List.of(read));
    assertThat(again.text("id")).isEqualTo(given.text("id"));
    assertThat(again.json().get("version").asInt()).isEqualTo(5);
    assertThat(permissions(again)).containsExactly("documents-read");

    Answer history = phone.get(path).is(200);
    assertThat(changes(history))
        .containsExactly("signed", "signed", "narrowed", "withdrawn", "signed");
    assertThat(lowestLiveVersion(given.text("id"))).isEqualTo(4);
  }

  @Test
  void wideningLeavesOlderVersionsAlive() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Answer widened = phone.grant(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));
    assertThat(lowestLiveVersion(widened.text("id"))).isEqualTo(1);
  }

  @Test
  void grantOfAnotherClientDoesNotExist() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    other.get(path).isProblem(404, "not-found");
    other.post(path + "/withdrawal").isProblem(404, "not-found");
    other.post(path + "/narrowing", Map.of("drop", "messages")).isProblem(404, "not-found");
    assertThat(other.get("/api/grants").json().get("grants")).isEmpty();
    assertThat(phone.get(path).text("state")).isEqualTo("active");
  }

  @Test
  void grantNamesLinkedInstitutionsOnly() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    phone
        .propose(JOBCENTER, List.of(provision("documents-read", PROVIDER)))
        .isProblem(422, "not-linked");
    phone
        .propose(PROVIDER, List.of(provision("documents-read", JOBCENTER)))
        .isProblem(422, "not-linked");
    phone
        .propose("nobody-here", List.of(provision("documents-read", JOBCENTER)))
        .isProblem(422, "not-linked");
  }

  @ParameterizedTest
  @CsvSource({
    "permission, sanction",
    "permission, ",
    "holder, ",
    "holder, ../x",
    "purpose, PATRQT",
    "purpose, SANCTION",
    "purpose, ",
    "validFrom, yesterday",
    "validUntil, ",
    "validUntil, 2001-01-01T00:00:00Z",
    "validUntil, 2999-01-01T00:00:00Z",
    "maxConfidentiality, X",
    "caseworker, ya-001",
    "team, ya-u25",
    "document, a b",
    "wildcard, true"
  })
  void provisionThatIsNotSoundIsRefused(String member, String value) {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> provision = new HashMap<>(provision("documents-read", YOUTH_OFFICE));
    if (value == null) {
      provision.remove(member);
    } else {
      provision.put(member, value);
    }
    phone.propose(JOBCENTER, List.of(provision)).isProblem(400, "malformed");
  }

  @Test
  void grantWithoutProvisionsOrInAnUnknownLanguageIsRefused() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    phone.propose(JOBCENTER, List.of()).isProblem(400, "malformed");
    phone
        .post(
            "/api/grant-proposals",
            Map.of(
                "recipient",
                JOBCENTER,
                "provisions",
                List.of(provision("messages", YOUTH_OFFICE)),
                "language",
                "fr"))
        .isProblem(400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/grants", "/api/blocks", "/api/links", "/api/institutions"})
  void withoutSessionNothingIsTold(String path) {
    new Phone(REGISTRY).get(path).isProblem(401, "no-session");
  }

  private static int lowestLiveVersion(String grant) {
    return REGISTRY
        .asOwner()
        .sql("select lowest_live_version from registry.consent_grant where id = :id")
        .param("id", UUID.fromString(grant))
        .query(Integer.class)
        .single();
  }

  private static List<String> permissions(Answer grant) {
    return grant
        .json()
        .get("provisions")
        .valueStream()
        .map(one -> one.get("permission").asString())
        .toList();
  }

  private static List<String> changes(Answer history) {
    return history
        .json()
        .get("versions")
        .valueStream()
        .map(one -> one.get("change").asString())
        .toList();
  }
}
