package net.sociallook.registry.page.log;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as HTML and as files, without a browser. */
class LogHttpIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Phone phone = new Phone(REGISTRY);
  private final Visitor visitor = new Visitor(REGISTRY, phone);
  private final Looks looks = new Looks(REGISTRY);
  private String pseudonym;
  private String own;

  @BeforeEach
  void link() {
    pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    own = phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
  }

  @Test
  void lookIsToldWithPersonRoleInstitutionAndWhatWasShown() throws Exception {
    looks.seen(pseudonym);
    assertThat(text("/log"))
        .contains("Jobcenter Nordhausen hat angesehen: Dokumente bei Jugendamt Nordhausen")
        .contains("Gefragt hat: Weber, Anna, Fallmanagerin.")
        .contains("Dokument akte-17-3")
        .contains("1 Eintrag wurde gezeigt. 2 Einträge wurden zurückgehalten.")
        .contains("damit die Stellen, die Ihnen helfen, zusammenarbeiten können");
  }

  @Test
  void refusalIsToldInPlainWords() throws Exception {
    looks.denied(pseudonym, "no-grant");
    assertThat(text("/log"))
        .contains("Jobcenter Nordhausen wollte ansehen: Dokumente bei Jugendamt Nordhausen")
        .contains("Sie hatten es nicht erlaubt. Es wurde nichts gezeigt.")
        .contains("Kaya, Deniz");
  }

  @Test
  void purposeOfASanctionIsNamedAndEscaped() {
    looks.tokenRefused(pseudonym, "<b>sanction</b>", "purpose-not-covered");
    assertThat(visitor.open("/log").body())
        .contains("&lt;b&gt;sanction&lt;/b&gt;")
        .contains("wollte ansehen:")
        .contains("Ziele")
        .doesNotContain("<b>sanction");
  }

  @Test
  void ownLooksAreShownApart() throws Exception {
    looks.seen(pseudonym);
    looks.own(own);
    assertThat(lines("/log")).isEqualTo(1);
    assertThat(lines("/log?own=true")).isEqualTo(1);
    assertThat(text("/log?own=true")).contains("Sie haben selbst nachgesehen.");
    assertThat(text("/log")).doesNotContain("Sie haben selbst nachgesehen.");
  }

  @Test
  void wishForWhateverThereIsIsToldAsThat() {
    looks.tokenForAnythingRefused(pseudonym);
    assertThat(text("/log"))
        .contains("wollte Daten von Ihnen ansehen bei Jugendamt Nordhausen")
        .doesNotContain("anderes bei");
  }

  @Test
  void filtersChooseAndHideNothingForGood() throws Exception {
    looks.seen(pseudonym);
    looks.denied(pseudonym, "expired");
    looks.tokenRefused(pseudonym, "COC", "no-grant");
    String month = YearMonth.now(ZoneId.of("Europe/Berlin")).toString();
    assertThat(lines("/log")).isEqualTo(3);
    assertThat(lines("/log?decision=allowed")).isEqualTo(1);
    assertThat(lines("/log?decision=refused")).isEqualTo(2);
    assertThat(lines("/log?kind=goals")).isEqualTo(1);
    assertThat(lines("/log?kind=documents&decision=refused")).isEqualTo(1);
    assertThat(lines("/log?institution=" + JOBCENTER + "&month=" + month)).isEqualTo(3);
    assertThat(lines("/log?month=2001-01")).isZero();
    assertThat(text("/log?month=2001-01"))
        .contains("Zu Ihrer Auswahl gibt es nichts.", "Januar 2001");
    assertThat(lines("/log?institution=&kind=&decision=&month=")).isEqualTo(3);
  }

  @Test
  void olderLinesAreBehindALinkAndNoneIsLost() {
    for (int i = 0; i < 23; i++) {
      looks.tokenRefused(pseudonym, "COC", "no-grant");
    }
    String newest = visitor.open("/log?decision=refused").body();
    assertThat(count(newest)).isEqualTo(20);
    String older = newest.replaceAll("(?s).*href=\"(/log[?][^\"]*before=\\d+)\".*", "$1");
    String rest = visitor.open(older.replace("&amp;", "&")).body();
    assertThat(count(rest)).isEqualTo(3);
    assertThat(rest).contains("Zurück zu den neuesten").contains("decision=refused");
  }

  @Test
  void emptyLogIsAFriendlyTrueSentence() {
    assertThat(text("/log")).contains("Bis jetzt wollte keine Stelle etwas von Ihnen sehen.");
    assertThat(text("/log?own=true")).contains("Sie haben hier noch nichts von sich angesehen.");
  }

  @Test
  void tableHoldsEveryLineAndNoFormula() throws Exception {
    looks.seen(pseudonym);
    looks.tokenRefused(pseudonym, "=1+1\"x", "purpose-not-covered");
    Visitor.Seen csv = visitor.open("/log/log.csv");
    assertThat(csv.status()).isEqualTo(200);
    String[] rows = csv.body().split("\r\n");
    assertThat(rows).hasSize(3);
    assertThat(rows[0]).startsWith("\uFEFF\"time\",\"institution\"");
    assertThat(rows[1]).contains("\"'=1+1\"\"x\"").contains("\"deny\"");
    assertThat(rows[2]).contains("\"DocumentReference/akte-17-3\"", "\"Weber, Anna\"");
    assertThat(visitor.open("/log/log.csv?decision=allowed").body().split("\r\n")).hasSize(2);
  }

  @Test
  void bundleHoldsEveryLineAsAuditEvent() throws Exception {
    assertThat(bundle("/log/log.fhir.json").getEntry()).isEmpty();
    looks.seen(pseudonym);
    looks.denied(pseudonym, "no-grant");
    assertThat(bundle("/log/log.fhir.json").getEntry()).hasSize(2);
    assertThat(bundle("/log/log.fhir.json?decision=refused").getEntry()).hasSize(1);
  }

  @Test
  void lineHasAPageOfItsOwnForItsClientAlone() throws Exception {
    String id = looks.denied(pseudonym, "no-grant");
    assertThat(text("/log/" + id)).contains("Sie hatten es nicht erlaubt.");
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER);
    assertThat(new Visitor(REGISTRY, other).open("/log/" + id).status()).isEqualTo(404);
    assertThat(new Visitor(REGISTRY, other).open("/log").body()).doesNotContain(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log?month=2026-13",
        "/log?kind=secrets",
        "/log?decision=maybe",
        "/log?before=x",
        "/log?own=1",
        "/log/no-id"
      })
  void addressThatIsNotUnderstoodIsRefused(String path) {
    assertThat(visitor.open(path).status()).isBetween(400, 404);
  }

  @Test
  void withoutASessionThePageSendsToSignIn() {
    Visitor nobody = new Visitor(REGISTRY, new Phone(REGISTRY));
    for (String path : new String[] {"/log", "/log/log.csv", "/log/log.fhir.json"}) {
      Visitor.Seen seen = nobody.open(path);
      assertThat(seen.status()).isEqualTo(303);
      assertThat(seen.leadsTo()).isEqualTo("/sign-in");
    }
  }

  private Bundle bundle(String path) {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setParserErrorHandler(new StrictErrorHandler())
        .parseResource(Bundle.class, visitor.open(path).body());
  }

  private int lines(String path) {
    return count(visitor.open(path).body());
  }

  private static int count(String body) {
    return (int) Pattern.compile("<article").matcher(body).results().count();
  }

  /** What is to be read, without tags. */
  private String text(String path) {
    Visitor.Seen seen = visitor.open(path);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    return seen.body()
        .replaceAll("<[^>]*>", "")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .replaceAll(" ([.,])", "$1");
  }
}
