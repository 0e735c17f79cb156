package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.consent.Permission.STATISTICS;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever is granted nothing learns nothing of why; the client does. */
class NothingGrantedIT {
  private static RunningRegistry registry;
  private static OAuthClient jobcenter;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), MovedClock.class);
    jobcenter = OAuthClient.as(registry, "institution:" + JOBCENTER);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  /** Whatever the reason, the answer is the same to the byte; the reason is in the ledger. */
  @TestFactory
  Stream<DynamicTest> nothingGrantedIsAnsweredTheSameWhateverTheReason() {
    OAuthClient.Answer unknown =
        jobcenter.post("/oauth2/token", Asked.about(Consented.newPseudonym()).form());
    assertThat(unknown.response().body())
        .isEqualTo("{\"error\":\"invalid_authorization_details\"}");
    return refused().entrySet().stream()
        .map(refusal ->
            DynamicTest.dynamicTest(
                refusal.getKey(),
                () -> {
                  OAuthClient.Answer answer = refusal.getValue().answer();
                  assertThat(answer.status()).isEqualTo(unknown.status());
                  assertThat(answer.response().body()).isEqualTo(unknown.response().body());
                  assertThat(headers(answer)).isEqualTo(headers(unknown));
                  assertThat(refusal.getValue().client().refusals())
                      .containsExactly(refusal.getValue().reason());
                }));
  }

  private record Case(Consented client, Asked asked, Duration ahead, String reason) {
    Case(Consented client, String reason) {
      this(client, client.asked(), Duration.ZERO, reason);
    }

    Case(Consented client, Function<Consented, Asked> asked, String reason) {
      this(client, asked.apply(client), Duration.ZERO, reason);
    }

    OAuthClient.Answer answer() {
      return MovedClock.later(ahead, () -> jobcenter.post("/oauth2/token", asked.form()));
    }
  }

  private static Map<String, Case> refused() {
    Map<String, Case> cases = new TreeMap<>();
    cases.put("no grant", new Case(Consented.client(registry), "no-grant"));
    cases.put("withdrawn", new Case(allowing().withdraws(), "grant-withdrawn"));
    Consented over = allowing();
    cases.put("expired", new Case(over, over.asked(), Duration.ofDays(91), "expired"));
    cases.put("not yet", narrowed("validFrom", tomorrow(), "not-yet-valid"));
    cases.put("other caseworker", narrowed("caseworker", "jc-002", "requester-not-covered"));
    cases.put("blocked all", blocked(Map.of("kind", "everything")));
    cases.put(
        "blocked recipient", blocked(Map.of("kind", "institution", "institution", JOBCENTER)));
    cases.put(
        "blocked holder", blocked(Map.of("kind", "institution", "institution", YOUTH_OFFICE)));
    cases.put("blocked person", blocked(Map.of("kind", "person", "caseworker", "jc-001")));
    cases.put(
        "only statistics",
        new Case(Consented.client(registry).allows(STATISTICS), "permission-not-covered"));
    cases.put("other holder", asking("holder", "Organization/" + PROVIDER, "no-grant"));
    cases.put("unknown holder", asking("holder", "Organization/nobody", "no-grant"));
    cases.put("other act", asking("actions", List.of("messages"), "permission-not-covered"));
    cases.put("statistics", asking("actions", List.of("statistics"), "permission-not-covered"));
    // Own access is not asked for, not even by the holder of the data.
    cases.put(
        "own access at home",
        new Case(
            allowing(),
            client ->
                client
                    .asked()
                    .with("purpose", "PATRQT")
                    .with("holder", "Organization/" + JOBCENTER),
            "purpose-not-covered"));
    cases.put("other grant", asking("grant", UUID.randomUUID().toString(), "no-grant"));
    cases.put(
        "other key endorsed",
        new Case(allowing().withAnotherKeyAt(YOUTH_OFFICE), "key-not-endorsed"));
    cases.put(
        "endorsed for nobody",
        new Case(allowing().withEndorsementAt(YOUTH_OFFICE, Optional.empty()), "key-not-endorsed"));
    cases.put(
        "endorsed for another",
        new Case(
            allowing().withEndorsementAt(YOUTH_OFFICE, Optional.of(Consented.newPseudonym())),
            "key-not-endorsed"));
    for (String purpose :
        List.of(
            "FRAUD",
            "ELIGDTRM",
            "ELIGVER",
            "GOV",
            "HLEGAL",
            "ETREAT",
            "BTG",
            "PATRQT",
            "sanction",
            "coc")) {
      cases.put("purpose " + purpose, asking("purpose", purpose, "purpose-not-covered"));
    }
    return cases;
  }

  private static Consented allowing() {
    return Consented.client(registry).allows(DOCUMENTS_READ);
  }

  private static Case narrowed(String member, String value, String reason) {
    Map<String, String> provision = Consented.provision(DOCUMENTS_READ);
    provision.put(member, value);
    return new Case(Consented.client(registry).allows(List.of(provision)), reason);
  }

  private static Case blocked(Map<String, String> block) {
    return new Case(allowing().blocks(block), "blocked");
  }

  private static Case asking(String member, Object value, String reason) {
    Consented client = allowing();
    return new Case(client, client.asked().with(member, value), Duration.ZERO, reason);
  }

  private static String tomorrow() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1)).toString();
  }

  private static Map<String, List<String>> headers(OAuthClient.Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    return headers;
  }
}
