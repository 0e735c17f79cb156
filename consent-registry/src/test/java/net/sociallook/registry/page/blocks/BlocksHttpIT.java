package net.sociallook.registry.page.blocks;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class BlocksHttpIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
  private final Visitor visitor = new Visitor(REGISTRY, phone);

  @ParameterizedTest
  @CsvSource({
    "everything, '', '', Alles",
    "institution, institution, jobcenter-nordhausen, Jobcenter Nordhausen",
    "person, caseworker, jc-001, 'Weber, Anna, Fallmanagerin'",
    "sensitivity, code, SUD, Sucht"
  })
  void blockIsAskedOnceSetAtOnceAndShown(String kind, String name, String value, String shown) {
    String query = "kind=" + kind + (name.isEmpty() ? "" : "&" + name + "=" + value);
    assertThat(visitor.open("/blocks/new?" + query).body()).contains("Sperren?", shown);
    Visitor.Seen sent =
        name.isEmpty()
            ? visitor.send("/blocks", "kind", kind)
            : visitor.send("/blocks", "kind", kind, name, value);
    assertThat(sent.leadsTo()).isEqualTo("/blocks/set");
    assertThat(visitor.open(sent.location()).body())
        .contains("Die Sperre gilt schon jetzt überall.", "Sekunden", shown);
    assertThat(visitor.open("/blocks").body()).contains(shown, "Aufheben");
    assertThat(phone.get("/api/blocks").json().at("/blocks/0/block/kind").asString())
        .isEqualTo(kind);
  }

  @Test
  void documentIsBlockedFromALineOfTheLog() {
    visitor.send("/blocks", "kind", "document", "holder", YOUTH_OFFICE, "document", "akte-17-3");
    visitor.send("/blocks", "kind", "document", "holder", YOUTH_OFFICE, "document", "akte-17-3");
    assertThat(visitor.open("/blocks").body()).containsOnlyOnce("akte-17-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kind=nothing",
        "kind=institution",
        "kind=everything&institution=jobcenter-nordhausen",
        "kind=document&holder=youth-office-nordhausen&document=%3Cscript%3E"
      })
  void blockThatIsNotUnderstoodIsRefused(String query) {
    Visitor.Seen seen = visitor.open("/blocks/new?" + query);
    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.body()).doesNotContain("<script>");
  }

  @Test
  void addressOfABlockThatDoesNotStandSaysSo() {
    assertThat(visitor.open("/blocks/set?kind=everything&after=1").body())
        .contains("Nicht gesperrt")
        .doesNotContain("überall");
  }

  @Test
  void liftingNeedsTheClientsOwnBlockAndHerSignature() {
    String id = phone.post("/api/blocks", Map.of("kind", "everything")).is(200).text("block");
    assertThat(visitor.open("/blocks/" + id + "/removal").body())
        .contains("Sperre aufheben?", id, "unblock");
    Visitor other = new Visitor(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER));
    assertThat(other.open("/blocks/" + id + "/removal").status()).isEqualTo(404);
    assertThat(visitor.send("/blocks/" + id + "/removal").status()).isEqualTo(405);
    assertThat(phone.get("/api/blocks").json().get("blocks")).hasSize(1);
  }

  static class Unknown {
    @Bean
    @Primary
    WithdrawalEffect unknown() {
      return sequence -> new EffectResult.Unknown();
    }
  }

  @Test
  void whatIsNotKnownToBeInForceIsBeingChecked() {
    try (RunningRegistry own = RunningRegistry.start(Map.of(), Unknown.class)) {
      Visitor at = new Visitor(own, Phone.linkedAt(own, JOBCENTER));
      Visitor.Seen sent = at.send("/blocks", "kind", "everything");
      assertThat(at.open(sent.location()).body())
          .contains("Wird geprüft")
          .doesNotContain("schon jetzt überall");
    }
  }
}
