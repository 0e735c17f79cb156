package net.sociallook.registry.page.giving;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPageIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void saysWhoAsksForWhatWithWhoseDataWhyAndThatNoDoesNoHarm() {
    Asked asked = Asked.about(REGISTRY, "documents-read");
    assertThat(asked.visitor().open(asked.path()).body())
        .contains("Weber, Anna (Fallmanagerin)", "Jobcenter Nordhausen", "Jugendamt Nordhausen")
        .contains("Dokumente nur lesen", Asked.REASON, "keine Folgen für Ihr Geld", "§\u00a061");
  }

  @Test
  void reasonIsMarkedAsOfItsOwnLanguage() {
    Asked asked = Asked.about(REGISTRY, "documents-read");
    assertThat(asked.visitor().open(asked.path(), "ar").body())
        .contains("<html lang=\"ar\"")
        .contains("<blockquote class=\"said\" dir=\"auto\" lang=\"de\">" + Asked.REASON);
  }

  @Test
  void nothingIsTickedUntilTheClientDoesIt() {
    Asked asked = Asked.about(REGISTRY, "documents-read", "goals-agree", "messages");
    assertThat(asked.visitor().open(asked.path()).body())
        .contains("value=\"1.documents-read\"", "value=\"2.goals-view\"", "value=\"2.goals-agree\"")
        .doesNotContainPattern("type=\"checkbox\"[^>]*checked");
  }

  @Test
  void presetTicksOnlyWhatWasAskedForAndGivesNothing() {
    Asked asked = Asked.about(REGISTRY, "documents-read", "goals-agree", "statistics");
    Seen sent = asked.visitor().send(asked.path(), "preset", "read-along", "until", "");
    assertThat(sent.status()).isEqualTo(303);
    String page = asked.visitor().open(sent.location().replace("#switches", "")).body();
    assertThat(ticked(page)).containsExactly("1.documents-read", "2.goals-view");
    assertThat(asked.phone().get("/api/grants").json().get("grants")).isEmpty();
  }

  @Test
  void everythingTogetherNeverTicksStatisticsOrReferral() {
    Asked asked = Asked.about(REGISTRY, "messages", "statistics", "refer-onward");
    Seen sent = asked.visitor().send(asked.path(), "preset", "together");
    String page = asked.visitor().open(sent.location().replace("#switches", "")).body();
    assertThat(ticked(page)).containsExactly("1.messages");
  }

  @Test
  void declinedIsToldToTheClientAndNeverToTheInstitution() {
    Asked asked = Asked.about(REGISTRY, "documents-read");
    Seen sent = asked.visitor().send(asked.path() + "/decline");
    assertThat(sent.location()).isEqualTo(asked.path());
    assertThat(asked.visitor().send(asked.path() + "/decline").status()).isEqualTo(303);
    assertThat(asked.visitor().open(asked.path()).body())
        .contains("Sie haben abgelehnt")
        .doesNotContain("/decline");
    assertThat(asked.office().get("/consent-requests/" + asked.id()).text("state"))
        .isEqualTo("open");
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasTickedStays() {
    Asked asked = Asked.about(REGISTRY, "documents-read", "messages");
    Seen nothing = asked.visitor().send(asked.path(), "next", "true", "until", tomorrow());
    assertThat(nothing.location()).as("leads to where it is said").endsWith("#switches");
    assertThat(asked.visitor().open(nothing.location()).body())
        .contains("Bitte schalten Sie mindestens eine Sache ein");
    Seen noDay =
        asked.visitor().send(asked.path(), "next", "true", "allow", "2.messages", "until", "");
    String page = asked.visitor().open(noDay.location()).body();
    assertThat(page).contains("Bitte wählen Sie einen Tag");
    assertThat(ticked(page)).containsExactly("2.messages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01", "2999-01-01", "no day", "", "2026-02-31", "<b>"})
  void dayThatCannotBeChosenIsNotTaken(String day) {
    Asked asked = Asked.about(REGISTRY, "documents-read");
    Seen sent =
        asked.visitor().send(asked.path(), "next", "x", "allow", "1.documents-read", "until", day);
    assertThat(sent.location()).contains("checked=true");
    assertThat(asked.visitor().open(sent.location()).body()).doesNotContain("<b>");
  }

  @ParameterizedTest
  @CsvSource({
    "allow, 9.documents-read",
    "allow, 1.messages",
    "person, ya-001",
    "level, V",
    "level, X",
    "document, akte-1",
    "document.youth-office-nordhausen, a b",
    "preset, everything"
  })
  void whatWasNotOfferedIsRefused(String field, String value) {
    Asked asked = Asked.about(REGISTRY, "documents-read");
    Seen sent =
        asked
            .visitor()
            .send(asked.path(), "allow", "1.documents-read", "until", tomorrow(), field, value);
    assertThat(sent.status()).isEqualTo(400);
  }

  @Test
  void markupInAReasonIsTextAndALongOneIsFoldedUp() {
    String reason = "<script>alert(1)</script> \"'> " + "Wörter ".repeat(565);
    Asked asked = Asked.saying(REGISTRY, reason.substring(0, 3_980), "messages");
    String page = asked.visitor().open(asked.path()).body();
    assertThat(page)
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Alles lesen");
  }

  @Test
  void requestsOfOthersAndUnknownOnesAreNotThere() {
    Asked asked = Asked.about(REGISTRY, "messages");
    Asked other = Asked.about(REGISTRY, "messages");
    assertThat(other.visitor().open(asked.path()).status()).isEqualTo(404);
    assertThat(other.visitor().send(asked.path() + "/decline").status()).isEqualTo(404);
    assertThat(asked.visitor().open("/requests/no-id").status()).isEqualTo(400);
    assertThat(new Visitor(REGISTRY, new Phone(REGISTRY)).open(asked.path()).location())
        .startsWith("/sign-in?ended=true&back=");
  }

  @Test
  void clientAllowsWhatNobodyAskedFor() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Visitor visitor = new Visitor(REGISTRY, phone);
    String page = visitor.open("/grants/new?recipient=" + JOBCENTER).body();
    assertThat(page).contains("Jugendamt Nordhausen", "1.appointments-arrange");
    assertThat(ticked(page)).isEmpty();
    assertThat(visitor.open("/").body()).contains("href=\"/grants/new\"");
    Seen sent =
        visitor.send(
            "/grants/new?recipient=" + JOBCENTER + "&holder=" + YOUTH_OFFICE,
            "allow",
            "1.appointments-arrange",
            "until",
            tomorrow());
    assertThat(sent.leadsTo()).startsWith("/choices/");
    assertThat(visitor.open(sent.location()).body()).contains("Termine ausmachen");
  }

  @Test
  void placesAreChosenWhereThereAreSeveralAndMustDiffer() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE, PROVIDER);
    Visitor visitor = new Visitor(REGISTRY, phone);
    assertThat(visitor.open("/grants/new").body()).contains("Wo liegen die Daten?");
    assertThat(visitor.open("/grants/new?recipient=" + PROVIDER + "&holder=" + PROVIDER).body())
        .contains("zweimal dieselbe Stelle");
    assertThat(visitor.open("/grants/new?recipient=nobody&holder=nobody").body())
        .contains("sind Sie nicht verbunden", "Wo liegen die Daten?")
        .doesNotContain("zweimal dieselbe Stelle");
    Visitor alone = new Visitor(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER));
    assertThat(alone.open("/").body()).doesNotContain("href=\"/grants/new\"");
    assertThat(alone.open("/grants/new?recipient=" + JOBCENTER).body())
        .contains("mindestens zwei Stellen");
    assertThat(
            alone.send("/grants/new?recipient=" + JOBCENTER + "&holder=" + YOUTH_OFFICE).status())
        .isEqualTo(404);
  }

  @Test
  void otherHolderThanTheOneWantedIsSaid() {
    Visitor visitor = new Visitor(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE));
    String path = "/grants/new?recipient=" + JOBCENTER;
    assertThat(visitor.open(path + "&holder=" + PROVIDER).body())
        .contains("können Sie hier keine Daten öffnen", "Jugendamt Nordhausen");
    for (String fine : java.util.List.of(path, path + "&holder=" + YOUTH_OFFICE)) {
      assertThat(visitor.open(fine).body()).doesNotContain("keine Daten öffnen");
    }
  }

  @Test
  void whoseSessionIsOverWhenSheAnswersComesBackToTheRequest() {
    Asked asked = Asked.about(REGISTRY, "messages");
    Visitor gone = new Visitor(REGISTRY, new Phone(REGISTRY));
    for (String path : java.util.List.of(asked.path(), asked.path() + "/decline")) {
      assertThat(gone.send(path, "allow", "1.messages").location())
          .isEqualTo("/sign-in?ended=true&back=" + asked.path());
    }
    assertThat(gone.send("/requests/" + "x".repeat(36)).location())
        .isEqualTo("/sign-in?ended=true");
  }

  @Test
  void whoComesBackToAUsedCodeReadsThatItMayHaveBeenHerAndGoesOn() {
    Visitor visitor = new Visitor(REGISTRY, Phone.linkedAt(REGISTRY, JOBCENTER));
    assertThat(visitor.open("/arrive?trouble=used").body())
        .contains("Waren Sie das selbst?", ">Zur Startseite<");
  }

  private static String tomorrow() {
    return LocalDate.now(Offer.BERLIN).plusDays(1).toString();
  }

  private static java.util.List<String> ticked(String page) {
    return java.util.regex.Pattern.compile("<input[^>]*type=\"checkbox\"[^>]*>")
        .matcher(page)
        .results()
        .map(java.util.regex.MatchResult::group)
        .filter(input -> input.contains("checked"))
        .map(input -> input.replaceAll("(?s).*value=\"([^\"]+)\".*", "$1"))
        .toList();
  }
}
