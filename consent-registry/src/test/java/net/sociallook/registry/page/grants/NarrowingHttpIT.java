package net.sociallook.registry.page.grants;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** One grant: shown, narrowed with a form, and nothing said that is not known. */
class NarrowingHttpIT {
  private final RunningRegistry registry = RunningRegistry.shared();
  private final Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE, PROVIDER);
  private final Visitor visitor = new Visitor(registry, phone);
  private String path;

  @BeforeEach
  void grant() {
    path =
        "/grants/"
            + phone
                .grant(
                    JOBCENTER,
                    List.of(
                        provision("documents-read", YOUTH_OFFICE),
                        provision("goals-view", PROVIDER)))
                .text("id");
  }

  @Test
  void grantIsShownWithAllItsVersions() {
    phone.post("/api" + path + "/narrowing", Map.of("drop", "goals-view")).is(200);
    String page = visitor.open(path).body();
    assertThat(page)
        .contains("Was darf Jobcenter Nordhausen?")
        .contains("Dokumente nur lesen")
        .contains("Von Ihnen eingeschränkt")
        .contains("Von Ihnen erlaubt und unterschrieben")
        .contains("/withdraw/");
  }

  @Test
  void permissionWithoutItsTickIsGoneAndThePageSaysHowLongItTook() {
    Visitor.Seen sent = narrow("keep", "0");
    assertThat(sent.leadsTo()).isEqualTo(path + "/narrowed");
    assertThat(sent.location()).contains("?after=");
    assertThat(visitor.open(sent.location()).body())
        .contains("Das gilt schon jetzt überall.", "Sekunden gedauert", "Dokumente nur lesen")
        .doesNotContain("Ihre Ziele ansehen");
    assertThat(provisions()).hasSize(1);
  }

  @Test
  void onePersonOneDocumentAndAnEarlierDayAreTakenTogether() {
    String day = LocalDate.now().plusDays(5).toString();
    narrow(
        "keep",
        "0",
        "keep",
        "1",
        "person",
        "jc-001",
        "until",
        day,
        "document." + YOUTH_OFFICE,
        "akte-17-3");
    JsonNode left = provisions();
    assertThat(left).hasSize(2);
    assertThat(left)
        .allSatisfy(one -> assertThat(one.path("caseworker").asString()).isEqualTo("jc-001"));
    assertThat(left.get(0).path("document").asString()).isEqualTo("akte-17-3");
    assertThat(left.get(1).has("document")).isFalse();
    assertThat(left.get(0).path("validUntil").asString()).startsWith(day);
  }

  @Test
  void formThatChangesNothingIsAskedAgain() {
    Visitor.Seen sent = narrow("keep", "0", "keep", "1");
    assertThat(sent.location()).isEqualTo(path + "/narrowing?trouble=nothing");
    assertThat(visitor.open(sent.location()).body()).contains("Sie haben noch nichts geändert");
  }

  @Test
  void formOfAnOlderStateChangesNothing() {
    String mark = mark();
    assertThat(visitor.send(path + "/narrowing", "mark", mark, "keep", "0").leadsTo())
        .endsWith("/narrowed");
    Visitor.Seen again = visitor.send(path + "/narrowing", "mark", mark, "keep", "0");
    assertThat(again.location()).endsWith("?trouble=changed");
    assertThat(visitor.open(again.location()).body())
        .contains("Inzwischen hat sich etwas geändert");
    assertThat(provisions()).hasSize(1);
  }

  @Test
  void dayThatIsNoneIsAskedAgain() {
    assertThat(narrow("keep", "0", "keep", "1", "until", "31.2.2027").location())
        .endsWith("?trouble=date");
    assertThat(provisions()).hasSize(2);
  }

  @Test
  void withdrawnGrantSaysSoAndCannotBeNarrowed() {
    String mark = mark();
    phone.post("/api" + path + "/withdrawal").is(200);
    assertThat(visitor.open(path).body()).contains("Sie haben alles zurückgenommen.");
    assertThat(visitor.open(path + "/narrowing").location()).isEqualTo(path);
    assertThat(visitor.send(path + "/narrowing", "mark", mark, "keep", "0").location())
        .endsWith("?trouble=changed");
    assertThat(visitor.open(path + "/narrowed").body())
        .contains("Nichts eingeschränkt")
        .doesNotContain("überall");
  }

  @Test
  void grantOfAnotherClientDoesNotExist() {
    Visitor other = new Visitor(registry, Phone.linkedAt(registry, JOBCENTER));
    assertThat(other.open(path).status()).isEqualTo(404);
    assertThat(other.open(path + "/narrowing").status()).isEqualTo(404);
    assertThat(other.send(path + "/narrowing", "mark", "", "keep", "0").status()).isEqualTo(404);
  }

  static class FirstUnknown {
    static volatile boolean known;

    @Bean
    @Primary
    WithdrawalEffect firstUnknown() {
      return sequence ->
          known ? new EffectResult.Effective(java.time.Duration.ZERO) : new EffectResult.Unknown();
    }
  }

  @Test
  void whatIsNotKnownIsBeingCheckedUntilItIsKnown() {
    FirstUnknown.known = true;
    try (RunningRegistry own = RunningRegistry.start(Map.of(), FirstUnknown.class)) {
      Phone client = Phone.linkedAt(own, JOBCENTER, YOUTH_OFFICE);
      String grant =
          "/grants/"
              + client
                  .grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)))
                  .text("id");
      Visitor at = new Visitor(own, client);
      FirstUnknown.known = false;
      Visitor.Seen sent =
          at.send(grant + "/narrowing", "mark", markOf(at.open(grant + "/narrowing").body()));
      assertThat(sent.location()).isEqualTo(grant + "/narrowed");
      assertThat(at.open(sent.location()).body())
          .contains("Wird geprüft")
          .doesNotContain("überall.");
      FirstUnknown.known = true;
      assertThat(at.open(sent.location()).body())
          .contains("Das gilt schon jetzt überall.")
          .doesNotContain("Sekunden");
    }
  }

  private Visitor.Seen narrow(String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "mark";
    all[fields.length + 1] = mark();
    return visitor.send(path + "/narrowing", all);
  }

  private String mark() {
    return markOf(visitor.open(path + "/narrowing").body());
  }

  private static String markOf(String page) {
    return page.replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
  }

  private JsonNode provisions() {
    return phone.get("/api" + path).is(200).json().get("provisions");
  }
}
