package net.sociallook.registry.staff.ask;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.staff.Linked;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Asking on the staff's page, over HTTP, and the grants that come of it. */
class AskIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Pattern NEXT = Pattern.compile("[?]after=([0-9a-f-]{36})");
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);
  private static int numbers;

  private final StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");

  @Test
  void requestIsOpenUntilAllOfItIsGrantedAndShowsInPlainWords() {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    HttpResponse<String> sent = staff.post("/staff/requests", wish(number, Map.of()));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(cardOf(number, "/staff/requests"))
        .contains("offen", "Dokumente nur lesen", "Jugendamt Nordhausen", "Damit es schneller geht")
        .doesNotContain("erlaubt<");

    client.phone().linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    client
        .phone()
        .grant(JOBCENTER, List.of(Phone.provision("documents-read", YOUTH_OFFICE)))
        .is(201);
    assertThat(cardOf(number, "/staff/requests")).contains(">erlaubt<");

    String card = cardOf(number, "/staff/grants");
    assertThat(card).contains("Dokumente nur lesen", "Jugendamt Nordhausen");
    String receipt = card.replaceAll("(?s).*href=\"(/staff/grants/[^\"]+/receipt)\".*", "$1");
    assertThat(staff.get(receipt).headers().firstValue("content-type"))
        .contains("application/consent-receipt+jwt");
    StaffBrowser elsewhere = StaffBrowser.atDesk(REGISTRY, PROVIDER, "th-001");
    assertThat(elsewhere.get("/staff/grants").body()).doesNotContain(receipt);
    assertThat(elsewhere.get(receipt).statusCode()).isEqualTo(404);
  }

  @Test
  void declinedRequestLooksLikeAnOpenOne() {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    staff.post("/staff/requests", wish(number, Map.of()));
    String before = cardOf(number, "/staff/requests");
    String id = requestsOf(client).get(0).path("id").asString();
    client.phone().post("/api/consent-requests/" + id + "/decline").is(200);
    assertThat(cardOf(number, "/staff/requests")).isEqualTo(before);
  }

  @Test
  void sentTwiceItIsAskedOnce() {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    Map<String, Object> wish = wish(number, Map.of());
    staff.post("/staff/requests", wish);
    assertThat(staff.post("/staff/requests", wish).statusCode()).isEqualTo(303);
    assertThat(requestsOf(client)).hasSize(1);
  }

  @Test
  void longReasonWithMarkupArrivesAsItWasWrittenAndIsShownAsText() {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    String reason = "<script>alert(1)</script>\n" + "ä".repeat(3_974);
    assertThat(reason).hasSize(4_000);
    staff.post("/staff/requests", wish(number, Map.of("reason", reason.replace("\n", "\r\n"))));
    assertThat(requestsOf(client).get(0).path("reason").asString()).isEqualTo(reason);
    assertThat(staff.get("/staff/requests").body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script");
  }

  @Test
  void requestForOnePersonAloneNamesHer() {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    staff.post("/staff/requests", wish(number, Map.of("onlyMe", "true")));
    JsonNode asked = requestsOf(client).get(0);
    assertThat(asked.path("provisions").get(0).path("caseworker").asString()).isEqualTo("jc-001");
    assertThat(asked.path("requester").path("id").asString()).isEqualTo("jc-001");
    assertThat(cardOf(number, "/staff/requests")).contains("Weber, Anna");
  }

  @ParameterizedTest
  @CsvSource({
    "client, BG-unknown-1, client-error",
    "client, '<b>1', client-error",
    "client, 00000000000000000000000000000000, client-error",
    "permissions, everything, permissions-error",
    "permissions, '', permissions-error",
    "holder, jobcenter-nordhausen, holder-error",
    "holder, nobody, holder-error",
    "until, 2020-01-01, until-error",
    "until, 2999-01-01, until-error",
    "until, morgen, until-error",
    "reason, ' ', reason-error"
  })
  void whatIsWrongIsSaidAtItsFieldAndNothingThatWasWrittenIsLost(
      String field, String value, String error) {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    HttpResponse<String> answer = staff.post("/staff/requests", wish(number, Map.of(field, value)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"" + error + "\"", "Fehler:");
    if (!field.equals("reason")) {
      assertThat(answer.body()).contains("Damit es schneller geht");
    }
    assertThat(requestsOf(client)).isEmpty();
  }

  @Test
  void tooLongReasonIsRefused() {
    String number = number();
    Linked.at(REGISTRY, staff, JOB, number);
    HttpResponse<String> answer =
        staff.post("/staff/requests", wish(number, Map.of("reason", "a".repeat(4_001))));
    assertThat(answer.body()).contains("id=\"reason-error\"");
  }

  @Test
  void sixthOpenRequestIsExplained() {
    String number = number();
    Linked.at(REGISTRY, staff, JOB, number);
    for (int i = 0; i < 5; i++) {
      assertThat(staff.post("/staff/requests", wish(number, Map.of())).statusCode()).isEqualTo(303);
    }
    assertThat(staff.post("/staff/requests", wish(number, Map.of())).body())
        .contains("schon fünf Anfragen");
  }

  @Test
  void numberOfTwoClientsAsksNeitherOfThem() {
    String number = number();
    Linked one = Linked.at(REGISTRY, staff, JOB, number);
    Linked other = Linked.at(REGISTRY, staff, JOB, number);
    assertThat(staff.post("/staff/requests", wish(number, Map.of())).body())
        .contains("zwei Personen verbunden");
    staff.post("/staff/requests", wish(other.pseudonym(), Map.of()));
    assertThat(requestsOf(one)).isEmpty();
    assertThat(requestsOf(other)).hasSize(1);
  }

  @Test
  void otherInstitutionsFindNobodyByThisNumberOrPseudonym() {
    String number = number();
    Linked client = Linked.at(REGISTRY, staff, JOB, number);
    StaffBrowser others = StaffBrowser.atDesk(REGISTRY, PROVIDER, "th-001");
    for (String written : List.of(number, client.pseudonym())) {
      assertThat(others.post("/staff/requests", wish(written, Map.of())).body())
          .contains("id=\"client-error\"");
    }
  }

  private static Map<String, Object> wish(String client, Map<String, String> other) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("id", UUID.randomUUID());
    wish.put("client", client);
    wish.put("permissions", List.of("documents-read"));
    wish.put("holder", YOUTH_OFFICE);
    wish.put("until", LocalDate.now().plusDays(30));
    wish.put("reason", "Damit es schneller geht");
    wish.putAll(other);
    return wish;
  }

  private static JsonNode requestsOf(Linked client) {
    return client.phone().get("/api/consent-requests").is(200).json().path("requests");
  }

  /** The card with this number on a page. */
  /** On whatever page of the list it is: other tests' clients stand there too. */
  private String cardOf(String number, String path) {
    String label = "aria-label=\"" + number + "\"";
    String page = staff.get(path).body();
    for (Matcher next = NEXT.matcher(page);
        !page.contains(label) && next.find();
        next = NEXT.matcher(page)) {
      page = staff.get(path + "?after=" + next.group(1)).body();
    }
    int start = page.indexOf(label);
    assertThat(start).as(page).isPositive();
    return page.substring(start, page.indexOf("</section>", start));
  }

  private static synchronized String number() {
    return "AZ-" + numbers++ + "/26";
  }
}
