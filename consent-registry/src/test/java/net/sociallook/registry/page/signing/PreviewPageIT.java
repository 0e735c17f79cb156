package net.sociallook.registry.page.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be seen, before anything is signed. */
class PreviewPageIT {
  private static final String OTHERS = "Dasselbe dürften dort alle sehen";

  private final GatewayStandIn gateway = OwnWorld.shared().gateway();
  private final RunningRegistry registry = OwnWorld.shared().registry();

  @Test
  void namesThePersonAndWhatSheWouldSeeAndKeepsNothing() {
    Asked asked = signedIn("documents-read");
    gateway.behave(one -> GatewayStandIn.json(200, documents("Bescheid", "<b>Brief</b>", "Plan")));
    String choice = choose(asked);
    String page = asked.visitor().open(choice).body();
    assertThat(page)
        .contains("Weber, Anna (Fallmanagerin)", "würde heute sehen", "Bescheid", "1. März 2026")
        .contains("&lt;b&gt;Brief&lt;/b&gt;", "Dokumente</span>: <span>3</span>")
        .doesNotContain("<b>Brief");
    assertThat(rowsThatHold("Bescheid")).isZero();
    assertThat(asked.phone().get("/api/grants").json().get("grants")).isEmpty();
  }

  @Test
  void eyesAreThoseOfWhoAsksAndThatOthersCouldLookIsSaid() {
    Asked asked = Asked.by(registry, "jc-002", Asked.REASON, "documents-read");
    asked.phone().signIn().is(201);
    gateway.behave(one -> GatewayStandIn.json(200, documents("Bescheid")));
    assertThat(asked.visitor().open(choose(asked)).body())
        .contains("Kaya, Deniz (Berater)⁩ würde heute sehen", OTHERS)
        .doesNotContain("Weber, Anna");
    String only =
        asked
            .visitor()
            .send(asked.path(), fields("1.documents-read", "person", "jc-001"))
            .location();
    assertThat(asked.visitor().open(only).body())
        .contains("Weber, Anna (Fallmanagerin)⁩ würde heute sehen")
        .doesNotContain("Kaya, Deniz", OTHERS);
  }

  @Test
  void nothingToSeeIsSaidToo() {
    Asked asked = signedIn("documents-read");
    gateway.behave(one -> GatewayStandIn.json(200, documents()));
    assertThat(asked.visitor().open(choose(asked)).body())
        .contains("Dokumente</span>: <span>nichts");
  }

  @Test
  void silentHolderIsNamedAndTheClientCanStillDecide() {
    Asked asked = signedIn("documents-read");
    gateway.behave(one -> GatewayStandIn.json(504, "{}"));
    String choice = choose(asked);
    assertThat(asked.visitor().open(choice).body())
        .contains("antwortet gerade nicht", "Weiter zum Unterschreiben")
        .doesNotContain("<span>nichts</span>");
    assertThat(asked.visitor().send(choice).location()).isEqualTo(choice + "/sign");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Jugendamt Nordhausen⁩ führt keine Dokumente.",
        "en | Documents: ⁨Jugendamt Nordhausen⁩ does not keep any.",
        "uk | Документи: ⁨Jugendamt Nordhausen⁩ такого не веде.",
        "ar | لا تحفظ ⁨Jugendamt Nordhausen⁩ شيئًا من هذا النوع."
      })
  void holderThatKeepsNoneOfItIsNotCalledSilent(String language, String words) {
    Asked asked = signedIn("documents-read");
    gateway.behave(one -> GatewayStandIn.notKept());
    String page = asked.visitor().open(choose(asked), language).body();
    assertThat(page)
        .contains(words, "data-state=\"not-kept\"")
        .doesNotContain("antwortet gerade nicht", "<span>nichts</span>");
  }

  @Test
  void permissionWithNothingToReadSaysSo() {
    Asked asked = signedIn("documents-send");
    gateway.behave(one -> GatewayStandIn.json(200, documents("Bescheid vom Mai")));
    String page =
        asked
            .visitor()
            .open(asked.visitor().send(asked.path(), fields("1.documents-send")).location())
            .body();
    assertThat(page).contains("Damit gibt es nichts zu lesen").doesNotContain("Bescheid vom Mai");
    assertThat(gateway.asked).isEmpty();
  }

  @Test
  void sessionThatNobodySignedInToIsAskedToSignIn() {
    Asked asked = Asked.about(registry, "documents-read");
    gateway.behave(one -> GatewayStandIn.json(200, documents("Bescheid vom Mai")));
    String choice = choose(asked);
    assertThat(asked.visitor().open(choice).body())
        .contains("/sign-in?back=" + choice)
        .doesNotContain("Bescheid vom Mai");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void pageIsFine(String language) {
    Asked asked = signedIn("documents-read");
    gateway.behave(
        one -> GatewayStandIn.json(200, documents("Bescheid vom Mai", "Hilfeplan", "Zeugnis")));
    try (Tab tab = Tab.on(registry.pageOrigin(), Screen.PHONE, language)) {
      tab.carry(asked.phone().cookie());
      tab.open(choose(asked));
      tab.isFine("preview");
    }
  }

  @Test
  void titleWithoutEndAndWithMarkupIsTextThatBreaks() {
    Asked asked = signedIn("documents-read");
    String title = "<b>W</b>" + "W".repeat(3_992);
    gateway.behave(one -> GatewayStandIn.json(200, documents(title)));
    try (Tab tab = Tab.on(registry.pageOrigin(), Screen.NARROW, "de")) {
      tab.carry(asked.phone().cookie());
      tab.open(choose(asked));
      com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
              tab.page().locator("main b"))
          .hasCount(0);
      assertThat(tab.page().locator("[data-kind=document-reference]").textContent())
          .contains("<b>W</b>WWW");
      tab.isFine("long-preview");
    }
  }

  private Asked signedIn(String permission) {
    Asked asked = Asked.about(registry, permission);
    asked.phone().signIn().is(201);
    return asked;
  }

  private static String choose(Asked asked) {
    return asked.visitor().send(asked.path(), fields("1.documents-read")).location();
  }

  private static String[] fields(String allow, String... more) {
    String day = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30).toString();
    return Stream.concat(Stream.of("next", "true", "allow", allow, "until", day), Stream.of(more))
        .toArray(String[]::new);
  }

  private static String documents(String... titles) {
    return Stream.of(titles)
        .map(title ->
            """
            {"resource":{"resourceType":"DocumentReference","id":"akte-%d","status":"current",
             "description":"%s","date":"2026-03-01T09:00:00Z"}}\
            """
                .formatted(Math.abs(title.hashCode()), title))
        .collect(
            Collectors.joining(
                ",", "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[", "]}"));
  }

  /** In all tables that hold what pages keep. */
  private int rowsThatHold(String text) {
    return registry
        .asOwner()
        .sql(
            """
            select (select count(*) from registry.choice c where c::text like :text)
              + (select count(*) from registry.proposal p where p::text like :text)
              + (select count(*) from registry.consent_request r where r::text like :text)
            """)
        .param("text", "%" + text + "%")
        .query(Integer.class)
        .single();
  }
}
