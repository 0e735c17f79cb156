package net.sociallook.registry.staff.inbox;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.staff.StaffBrowser;
import net.sociallook.registry.staff.person.StaffPerson;
import net.sociallook.registry.token.Confirmation;
import net.sociallook.testbed.Identity;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the staff of a provider without a system read, as whom, and when they do not. */
class InboxIT {
  private static final InboxWorld WORLD = InboxWorld.shared();
  private static final StaffBrowser ANNA =
      StaffPerson.signedIn(WORLD.registry(), PROVIDER, "th-001").browser();

  @Test
  void readingIsDoneWithATokenOfTheProvenPersonBoundToTheInboxAlone() throws Exception {
    InboxWorld.Allowed allowed = documents();
    WORLD
        .gateway()
        .behave(asked -> InboxAnswers.found(InboxAnswers.document("Hilfeplan <b>1</b>")));
    HttpResponse<String> page = ANNA.get(allowed.path("documents"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    assertThat(page.body())
        .contains("Hilfeplan &lt;b&gt;1&lt;/b&gt;", allowed.path("files") + "/akte-1-1")
        .doesNotContain("<b>1");

    GatewayStandIn.Asked asked = WORLD.gateway().asked.getFirst();
    assertThat(asked.caller()).isEqualTo("CN=inbox:" + PROVIDER);
    assertThat(asked.target()).isEqualTo("/fhir/" + YOUTH_OFFICE + "/DocumentReference?_count=100");
    JWTClaimsSet claims = SignedJWT.parse(asked.token()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(PROVIDER);
    assertThat(claims.getJSONObjectClaim("cnf")).containsEntry("x5t#S256", thumbprint());
    assertThat(claims.getClaim("extensions").toString())
        .contains("person_id=th-001", "patient_id=" + allowed.pseudonym());
    assertThat(claims.getClaim("authorization_details").toString())
        .contains("documents-read")
        .doesNotContain("messages");
    assertThat(
            WORLD
                .registry()
                .bean(JdbcClient.class)
                .sql("select caseworker || ' ' || proof from staff_look where jti = :jti")
                .param("jti", UUID.fromString(claims.getJWTID()))
                .query(String.class)
                .single())
        .isEqualTo("th-001 passkey");
  }

  @Test
  void whatIsAllowedIsListedAndNothingElseCanBeOpened() {
    InboxWorld.Allowed allowed = documents();
    assertThat(ANNA.get("/staff/inbox").body())
        .contains(allowed.path("documents"), allowed.path("messages"), "Jugendamt Nordhausen")
        .doesNotContain(allowed.path("goals"), allowed.path("contact"));
    WORLD.gateway().behave(asked -> InboxAnswers.found());
    for (String path :
        List.of(
            allowed.path("goals"),
            allowed.path("documents").replace(YOUTH_OFFICE, JOBCENTER),
            allowed.path("documents").replace(allowed.grant(), UUID.randomUUID().toString()))) {
      assertThat(ANNA.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void messagesAreReadAndTheirMarkupIsNone() {
    InboxWorld.Allowed allowed = documents();
    WORLD
        .gateway()
        .behave(asked -> InboxAnswers.found(InboxAnswers.message("Termin <i>am</i> Montag")));
    assertThat(ANNA.get(allowed.path("messages")).body())
        .contains("Termin &lt;i&gt;am&lt;/i&gt; Montag", "die Person")
        .doesNotContain("<i>am");
  }

  @Test
  void fileIsPassedOnToBeSavedAndKeptNowhere() {
    InboxWorld.Allowed allowed = documents();
    byte[] content = "%PDF-1.7 Hilfeplan".getBytes(StandardCharsets.UTF_8);
    WORLD.gateway().behave(asked -> GatewayStandIn.bytes(200, "application/pdf", content));
    HttpResponse<String> file = ANNA.get(allowed.path("files") + "/akte-1-1");
    assertThat(file.body()).isEqualTo("%PDF-1.7 Hilfeplan");
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.headers().firstValue("cache-control")).contains("no-store");
    assertThat(WORLD.gateway().asked.getFirst().target())
        .isEqualTo("/fhir/" + YOUTH_OFFICE + "/Binary/akte-1-1");
    assertThat(ANNA.get(allowed.path("files") + "/..%2Fx-1").statusCode()).isIn(400, 404);
  }

  @Test
  void whoChoseANameReadsNothing() {
    InboxWorld.Allowed allowed = documents();
    WORLD.gateway().behave(asked -> InboxAnswers.found(InboxAnswers.document("Hilfeplan")));
    StaffBrowser chosen = StaffBrowser.atDesk(WORLD.registry(), PROVIDER, "th-001");
    for (String path :
        List.of("/staff/inbox", allowed.path("documents"), allowed.path("files") + "/akte-1-1")) {
      assertThat(chosen.get(path).body())
          .contains("Mit Passkey anmelden")
          .doesNotContain("Hilfeplan");
    }
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void institutionThatDidNotAskForAnInboxHasNone() {
    InboxWorld.Allowed allowed = documents();
    WORLD.gateway().behave(asked -> InboxAnswers.found());
    StaffBrowser other = StaffPerson.signedIn(WORLD.registry(), JOBCENTER, "jc-001").browser();
    assertThat(other.get("/staff/inbox").statusCode()).isEqualTo(404);
    assertThat(other.get(allowed.path("documents")).statusCode()).isEqualTo(404);
    assertThat(other.get("/staff/grants").body()).doesNotContain("href=\"/staff/inbox\"");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void whatIsForOneCaseworkerIsNotForAnother() {
    Map<String, String> onlyAnna = Phone.provision("documents-read", YOUTH_OFFICE);
    onlyAnna.put("caseworker", "th-001");
    InboxWorld.Allowed allowed = WORLD.allowing(List.of(onlyAnna));
    WORLD.gateway().behave(asked -> InboxAnswers.found(InboxAnswers.document("Hilfeplan")));
    StaffBrowser deniz = StaffPerson.signedIn(WORLD.registry(), PROVIDER, "th-002").browser();
    assertThat(deniz.get(allowed.path("documents")).statusCode()).isEqualTo(404);
    assertThat(ANNA.get(allowed.path("documents")).body()).contains("Hilfeplan");
  }

  @Test
  void withdrawnInTheMiddleThePageSaysSoAndAsksNobody() {
    InboxWorld.Allowed allowed = documents();
    WORLD.gateway().behave(asked -> InboxAnswers.found(InboxAnswers.document("Hilfeplan")));
    assertThat(ANNA.get(allowed.path("documents")).body()).contains("Hilfeplan");
    allowed.phone().post("/api/grants/" + allowed.grant() + "/withdrawal").is(200);
    WORLD.gateway().behave(asked -> InboxAnswers.found(InboxAnswers.document("Hilfeplan")));
    HttpResponse<String> gone = ANNA.get(allowed.path("documents"));
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("Das ist nicht mehr zu sehen").doesNotContain("Hilfeplan");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void refusalOfTheGatewayAndSilenceOfTheHolderAreTold() {
    InboxWorld.Allowed allowed = documents();
    WORLD.gateway().behave(asked -> GatewayStandIn.json(401, "{}"));
    assertThat(ANNA.get(allowed.path("documents")).body()).contains("Das ist nicht mehr zu sehen");
    WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
    assertThat(ANNA.get(allowed.path("documents")).body())
        .contains("Die andere Stelle antwortet gerade nicht.");
  }

  @Test
  void kindThatTheHolderDoesNotKeepIsNamedAsThat() {
    InboxWorld.Allowed allowed = documents();
    WORLD.gateway().behave(asked -> GatewayStandIn.notKept());
    assertThat(ANNA.get(allowed.path("documents")).body())
        .contains("So etwas führt diese Stelle hier nicht")
        .doesNotContain("antwortet gerade nicht");
  }

  private static InboxWorld.Allowed documents() {
    return WORLD.allowing(
        List.of(
            Phone.provision("documents-read", YOUTH_OFFICE),
            Phone.provision("messages", YOUTH_OFFICE)));
  }

  private static String thumbprint() {
    String key = WORLD.certificate().toString().replaceFirst("pem$", "key");
    Identity own = Identity.readPem(WORLD.certificate(), java.nio.file.Path.of(key));
    return Confirmation.Certificate.of(own.certificate()).thumbprint();
  }
}
