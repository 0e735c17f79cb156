package net.sociallook.registry.request;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ConsentRequestsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office SYSTEM = Office.of(REGISTRY, JOBCENTER);
  private static final Office YOUTH_OFFICE_SYSTEM = Office.of(REGISTRY, YOUTH_OFFICE);
  private static final String REASON =
      "Damit Sie Ihre Unterlagen nicht noch einmal bringen müssen.";

  private final Phone phone = new Phone(REGISTRY);
  private final String pseudonym = phone.linkTo(SYSTEM);
  private final String pseudonymElsewhere = phone.linkTo(YOUTH_OFFICE_SYSTEM);

  @Test
  void clientSeesWhoAsksForWhatAndWhy() {
    String id = ask("documents-read").is(201).text("id");
    JsonNode seen = ofClient(id);
    assertThat(seen.path("state").asString()).isEqualTo("open");
    assertThat(seen.path("recipient").asString()).isEqualTo(JOBCENTER);
    assertThat(seen.at("/requester/name").asString()).isEqualTo("Weber, Anna");
    assertThat(seen.at("/requester/role").asString()).isEqualTo("Fallmanagerin");
    assertThat(seen.path("reason").asString()).isEqualTo(REASON);
    assertThat(seen.at("/provisions/0/permission").asString()).isEqualTo("documents-read");
    assertThat(Instant.parse(seen.path("createdAt").asString()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void grantedWhenTheGrantContainsAllThatWasAsked() {
    String id = ask("documents-read", "goals-view").is(201).text("id");
    assertThat(state(id)).isEqualTo("open");
    phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    assertThat(state(id)).isEqualTo("open");
    Answer grant = phone.grant(JOBCENTER, List.of(provision("goals-agree", YOUTH_OFFICE)));
    assertThat(state(id)).isEqualTo("granted");
    assertThat(ofClient(id).path("state").asString()).isEqualTo("granted");
    phone.post("/api/grants/" + grant.text("id") + "/withdrawal").is(200);
    assertThat(state(id)).isEqualTo("open");
  }

  @Test
  void shorterOrNarrowerGrantIsNotWhatWasAsked() {
    String id = ask("documents-read").is(201).text("id");
    Map<String, String> shorter = new HashMap<>(provision("documents-read", YOUTH_OFFICE));
    shorter.put("validUntil", Instant.now().plus(2, ChronoUnit.DAYS).toString());
    Map<String, String> narrower = new HashMap<>(provision("documents-read", YOUTH_OFFICE));
    narrower.put("document", "akte-17");
    phone.grant(JOBCENTER, List.of(shorter, narrower));
    assertThat(state(id)).isEqualTo("open");
  }

  @Test
  void institutionDoesNotLearnThatItWasDeclined() {
    String declined = ask("documents-read").is(201).text("id");
    String untouched = ask("documents-read").is(201).text("id");
    Answer answer = phone.post("/api/consent-requests/" + declined + "/decline").is(200);
    assertThat(answer.text("state")).isEqualTo("declined");
    assertThat(ofClient(declined).path("state").asString()).isEqualTo("declined");
    String one = SYSTEM.get("/consent-requests/" + declined).is(200).response().body();
    String other = SYSTEM.get("/consent-requests/" + untouched).is(200).response().body();
    assertThat(withoutIdAndTime(one)).isEqualTo(withoutIdAndTime(other));
  }

  @Test
  void declinedRequestsMakeNoRoomAndGrantedOnesDo() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < Asking.MOST_OPEN; i++) {
      ids.add(ask("documents-read").is(201).text("id"));
    }
    ask("messages").isProblem(429, "too-many-open");
    phone.post("/api/consent-requests/" + ids.getFirst() + "/decline").is(200);
    ask("messages").isProblem(429, "too-many-open");
    phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    ask("messages").is(201);
  }

  @Test
  void simultaneousRequestsDoNotExceedTheLimit() {
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 3 * Asking.MOST_OPEN; i++) {
      all.add(CompletableFuture.supplyAsync(() -> ask("documents-read").status()));
    }
    assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 201))
        .hasSize(Asking.MOST_OPEN);
  }

  @Test
  void holderWithoutLinkIsAskedForLikeAnyOther() {
    assertThat(
            SYSTEM
                .post("/consent-requests", form(asked("messages", PROVIDER)))
                .is(201)
                .text("state"))
        .isEqualTo("open");
  }

  @Test
  void requestOfAnotherIsLikeNone() {
    String id = ask("documents-read").is(201).text("id");
    YOUTH_OFFICE_SYSTEM.get("/consent-requests/" + id).isProblem(404, "not-found");
    YOUTH_OFFICE_SYSTEM.get("/consent-requests/" + UUID.randomUUID()).isProblem(404, "not-found");
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER);
    other.post("/api/consent-requests/" + id + "/decline").isProblem(404, "not-found");
    assertThat(other.get("/api/consent-requests").is(200).json().path("requests")).isEmpty();
    assertThat(ofClient(id).path("state").asString()).isEqualTo("open");
  }

  @Test
  void pagesFollowEachOtherWithoutGap() {
    Set<String> asked = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      asked.add(ask("documents-read").is(201).text("id"));
    }
    Set<String> read = new HashSet<>();
    String after = "";
    do {
      JsonNode page = SYSTEM.get("/consent-requests?count=2" + after).is(200).json();
      page.path("requests").forEach(one -> read.add(one.path("id").asString()));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(read).containsAll(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "permission, sanction",
    "permission, ",
    "holder, nobody-here",
    "holder, ",
    "purpose, SANCTION",
    "purpose, PATRQT",
    "purpose, ",
    "validUntil, 2001-01-01T00:00:00Z",
    "validUntil, 2999-01-01T00:00:00Z",
    "validUntil, ",
    "validFrom, 2026-01-01T00:00:00Z",
    "caseworker, ya-001",
    "team, ya-u25",
    "document, a b",
    "wildcard, true"
  })
  void provisionThatIsNotSoundIsRefused(String member, String value) {
    Map<String, String> asked = asked("documents-read", YOUTH_OFFICE);
    if (value == null) {
      asked.remove(member);
    } else {
      asked.put(member, value);
    }
    SYSTEM.post("/consent-requests", form(asked)).isProblem(400, "malformed");
  }

  @ParameterizedTest
  @CsvSource({"requester, ya-001", "requester, ''", "patient, 0", "reason, ' '", "urgent, true"})
  void requestThatIsNotSoundIsRefused(String member, String value) {
    Map<String, Object> form = form(asked("documents-read", YOUTH_OFFICE));
    form.put(member, value);
    SYSTEM.post("/consent-requests", form).isProblem(400, "malformed");
  }

  @Test
  void pseudonymOfAnotherInstitutionIsUnknown() {
    Map<String, Object> form = form(asked("documents-read", YOUTH_OFFICE));
    form.put("patient", pseudonymElsewhere);
    Answer foreign = SYSTEM.post("/consent-requests", form).is(400);
    form.put("patient", "0".repeat(32));
    Answer unknown = SYSTEM.post("/consent-requests", form).is(400);
    assertThat(foreign.response().body()).isEqualTo(unknown.response().body());
  }

  @Test
  void otherPortsAndStrangersGetNothing() {
    phone.get("/consent-requests").isProblem(404, "not-found");
    SYSTEM.get("/api/consent-requests").isProblem(404, "not-found");
    new Phone(REGISTRY).get("/api/consent-requests").isProblem(401, "no-session");
    Office.of(REGISTRY, "nobody-here").get("/consent-requests").isProblem(401, "unknown-caller");
    SYSTEM.get("/consent-requests?state=declined").isProblem(400, "malformed");
  }

  private Answer ask(String... permissions) {
    return SYSTEM.post(
        "/consent-requests",
        form(
            java.util.Arrays.stream(permissions)
                .map(permission -> asked(permission, YOUTH_OFFICE))
                .toArray(Map[]::new)));
  }

  private Map<String, Object> form(Map<?, ?>... provisions) {
    Map<String, Object> form = new HashMap<>();
    form.put("patient", pseudonym);
    form.put("requester", "jc-001");
    form.put("provisions", List.of(provisions));
    form.put("reason", REASON);
    return form;
  }

  private static Map<String, String> asked(String permission, String holder) {
    Map<String, String> asked = new HashMap<>(provision(permission, holder));
    asked.remove("validFrom");
    asked.put(
        "validUntil",
        Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS).toString());
    return asked;
  }

  private static String state(String id) {
    return SYSTEM.get("/consent-requests/" + id).is(200).text("state");
  }

  private JsonNode ofClient(String id) {
    return phone
        .get("/api/consent-requests")
        .is(200)
        .json()
        .path("requests")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String withoutIdAndTime(String body) {
    return body.replaceAll("\"(id|createdAt)\":\"[^\"]*\"", "");
  }
}
