package net.sociallook.registry.page.signing;

import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before she signs, the client is told which of her blocks would make it useless. */
class BlockedPageIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String ALL = "öffnet diese Erlaubnis gar nichts";
  private static final String SOME = "öffnet ein Teil dieser Erlaubnis nichts";
  private static final String PARTS = "Alles andere geht.";

  private final Asked asked = Asked.about(REGISTRY, "documents-read", "goals-view");

  @Test
  void withoutABlockNothingIsSaid() {
    assertThat(check()).doesNotContain("Sperre steht dagegen");
  }

  @Test
  void blockOfTheHolderMakesItUselessAndIsLinked() {
    block(Map.of("kind", "institution", "institution", YOUTH_OFFICE));
    String id = asked.phone().get("/api/blocks").json().at("/blocks/0/id").asString();
    assertThat(check())
        .contains("Eine Ihrer Sperren steht dagegen", ALL, "/blocks/" + id + "/removal")
        .contains("Jugendamt Nordhausen", "Weiter zum Unterschreiben");
  }

  @Test
  void blockOfTheOnlyReaderMakesItUseless() {
    block(Map.of("kind", "person", "caseworker", "jc-001"));
    assertThat(check()).contains(PARTS).doesNotContain(ALL);
    assertThat(check("person", "jc-001")).contains(ALL);
    assertThat(check("person", "jc-002")).doesNotContain("Sperre steht dagegen");
  }

  @Test
  void blockOfTheOnlyDocumentMakesThatPartUseless() {
    block(Map.of("kind", "document", "holder", YOUTH_OFFICE, "document", "akte-1"));
    assertThat(check()).contains(PARTS);
    String field = "document." + YOUTH_OFFICE;
    assertThat(check(field, "akte-1")).contains(SOME);
    assertThat(check(field, "akte-2")).doesNotContain("Sperre steht dagegen");
  }

  @Test
  void blockOfSomebodyElseIsNotMentioned() {
    block(Map.of("kind", "institution", "institution", "traeger-horizont"));
    assertThat(check()).doesNotContain("Sperre steht dagegen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void warningIsFine(String language) {
    Asked here = Asked.about(Pages.registry(), "documents-read", "goals-view");
    here.phone().post("/api/blocks", Map.of("kind", "person", "caseworker", "jc-001")).is(200);
    here.phone().post("/api/blocks", Map.of("kind", "sensitivity", "code", "SUD")).is(200);
    try (Tab tab = Pages.tab(Screen.PHONE, language, here.phone())) {
      tab.open(choose(here));
      tab.isFine("check-blocked");
    }
  }

  private void block(Map<String, String> block) {
    asked.phone().post("/api/blocks", block).is(200);
  }

  private String check(String... more) {
    return asked.visitor().open(choose(asked, more)).body();
  }

  private static String choose(Asked asked, String... more) {
    String day = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30).toString();
    List<String> fields = new ArrayList<>(List.of("next", "true", "until", day));
    fields.addAll(List.of("allow", "1.documents-read", "allow", "2.goals-view"));
    fields.addAll(List.of(more));
    return asked.visitor().send(asked.path(), fields.toArray(String[]::new)).location();
  }
}
