package net.sociallook.registry.directory;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An institution without an adapter receives what clients allow it, and holds nothing itself. */
class ReceiverIT {
  private static GatewayStandIn gateway;
  private static RunningRegistry registry;
  private static Phone phone;
  private static String pseudonym;

  @BeforeAll
  static void start(@TempDir Path folder) {
    gateway = new GatewayStandIn();
    Path certificate = folder.resolve("page.pem");
    Path key = folder.resolve("page.key");
    RunningRegistry.authority().issue("client-page").writePem(certificate, key);
    Path directory = folder.resolve("directory.json");
    RunningRegistry.directory().writeWithoutAdapterOf(PROVIDER, directory);
    String prefix = "sociallook.registry.";
    registry =
        Pages.start(
            Map.of(
                prefix + "directory", directory.toString(),
                prefix + "own-access.gateways", gateway.address(),
                prefix + "own-access.certificate", certificate.toString(),
                prefix + "own-access.key", key.toString()));
    phone = new Phone(registry);
    pseudonym = phone.linkTo(Office.of(registry, JOBCENTER));
    phone.linkTo(Office.of(registry, YOUTH_OFFICE));
    phone.linkTo(Office.of(registry, PROVIDER));
    phone.signIn().is(201);
  }

  @AfterAll
  static void stop() {
    registry.close();
    gateway.close();
  }

  @Test
  void receivesWhatAnotherHolds() {
    phone.grant(PROVIDER, List.of(Phone.provision("goals-view", YOUTH_OFFICE))).is(201);
  }

  @Test
  void nobodyCanAskForItsData() {
    Office office = Office.of(registry, JOBCENTER);
    Answer asked =
        office.post(
            "/consent-requests",
            Map.of(
                "patient",
                pseudonym,
                "requester",
                "jc-001",
                "provisions",
                List.of(
                    Map.of(
                        "permission",
                        "goals-view",
                        "holder",
                        PROVIDER,
                        "purpose",
                        "COC",
                        "validUntil",
                        Phone.provision("goals-view", PROVIDER).get("validUntil"))),
                "reason",
                "Damit wir uns abstimmen können."));
    onlyReceives(asked);
  }

  @Test
  void nobodyIsLetInToItsData() {
    List<Map<String, String>> wish = List.of(Phone.provision("goals-view", PROVIDER));
    onlyReceives(phone.propose(JOBCENTER, wish));
    onlyReceives(phone.post("/api/previews", Map.of("recipient", JOBCENTER, "provisions", wish)));
    Visitor visitor = new Visitor(registry, phone);
    assertThat(visitor.open(toGive(JOBCENTER, PROVIDER)).body()).doesNotContain("Träger Horizont");
    String[] given = {"recipient", JOBCENTER, "holder", PROVIDER, "allow", "1.goals-view"};
    assertThat(visitor.send("/grants/new", given).status()).isEqualTo(404);
  }

  @Test
  void isNotAskedForTheClientsOwnData() {
    gateway.behave(asked -> GatewayStandIn.notKept());
    assertThat(phone.get("/api/own/goals").is(200).json().path("holders").valueStream())
        .extracting(one -> one.path("institution").asString())
        .containsExactlyInAnyOrder(JOBCENTER, YOUTH_OFFICE);
    assertThat(gateway.asked).noneMatch(asked -> asked.target().contains(PROVIDER));
    Visitor visitor = new Visitor(registry, phone);
    assertThat(visitor.open("/own/goals/" + PROVIDER).status()).isEqualTo(404);
    assertThat(visitor.open("/own/goals").body()).doesNotContain("Träger Horizont");
  }

  @Test
  void clientChoosesItAsWhoReceivesAndNotAsWhoHolds() {
    assertThat(new Visitor(registry, phone).open("/grants/new").body())
        .contains("id=\"to-" + PROVIDER + "\"", "id=\"from-" + YOUTH_OFFICE + "\"")
        .doesNotContain("id=\"from-" + PROVIDER + "\"");
    assertThat(new Visitor(registry, phone).open(toGive(PROVIDER, YOUTH_OFFICE)).body())
        .contains("Jugendamt Nordhausen", "1.goals-view");
  }

  @Test
  void staffOfOthersCannotChooseItAndItsOwnCannotWriteDownAGrant() {
    StaffBrowser others = StaffBrowser.atDesk(registry, JOBCENTER, "jc-001");
    assertThat(others.get("/staff/requests/new").body())
        .contains("value=\"" + YOUTH_OFFICE + "\"")
        .doesNotContain("value=\"" + PROVIDER + "\"");
    StaffBrowser own = StaffBrowser.atDesk(registry, PROVIDER, "th-001");
    assertThat(own.get("/staff/captures").body())
        .contains("/staff/withdrawals/new")
        .doesNotContain("/staff/captures/new");
    assertThat(own.get("/staff/captures/new").statusCode()).isEqualTo(404);
    assertThat(others.get("/staff/captures/new").statusCode()).isEqualTo(200);
  }

  @Test
  void hasNoEndpointInTheDirectory() {
    Office office = Office.of(registry, JOBCENTER);
    office.get("/fhir/Endpoint/" + YOUTH_OFFICE).is(200);
    office.get("/fhir/Endpoint/" + PROVIDER).is(404);
    assertThat(office.get("/fhir/Organization/" + PROVIDER).is(200).json().has("endpoint"))
        .isFalse();
    assertThat(office.get("/fhir/Organization/" + YOUTH_OFFICE).is(200).json().has("endpoint"))
        .isTrue();
  }

  private static void onlyReceives(Answer answer) {
    answer.isProblem(400, "malformed");
    assertThat(answer.text("detail")).contains("holder: only receives (expected: one with data)");
  }

  private static String toGive(String recipient, String holder) {
    return "/grants/new?recipient=" + recipient + "&holder=" + holder;
  }
}
