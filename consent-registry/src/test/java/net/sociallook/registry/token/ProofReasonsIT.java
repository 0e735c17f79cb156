package net.sociallook.registry.token;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.reach.Family;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that rest on somebody else's word than the client's: how long, and why there is none. */
class ProofReasonsIT {
  private static RunningRegistry registry;
  private static OAuthClient jobcenter;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of());
    jobcenter = OAuthClient.as(registry, "institution:" + JOBCENTER);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  /** The grant itself would last for a month: it is the endorsement that cuts. */
  @Test
  void tokenEndsWithTheCarersOrder() throws Exception {
    Instant month = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(30, ChronoUnit.DAYS);
    Family family = family(month);
    family.carer().grant(JOBCENTER, List.of(until(month)));

    JsonNode far = claims(token(family));
    assertThat(far.get("exp").asLong() - far.get("iat").asLong()).isEqualTo(300);

    Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(100);
    endorse(family, soon);
    JsonNode near = claims(token(family));
    assertThat(near.get("exp").asLong()).isEqualTo(soon.getEpochSecond());

    endorse(family, Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1));
    assertThat(token(family).error()).isEqualTo("invalid_authorization_details");
    assertThat(newest(family.client()).get("reason").asString()).isEqualTo("expired");
  }

  /** As if the youth office had endorsed an order that ends then. */
  private static void endorse(Family family, Instant until) throws Exception {
    String id = family.invitations().get(YOUTH_OFFICE);
    JdbcClient owner = registry.asOwner();
    String endorsement =
        owner
            .sql("select endorsement from registry.representation where invitation = :id::uuid")
            .param("id", id)
            .query(String.class)
            .single();
    JWTClaimsSet said = SignedJWT.parse(endorsement).getJWTClaimsSet();
    Map<String, Object> order = new HashMap<>(said.getJSONObjectClaim("representative"));
    order.put("until", until.toString());
    JWTClaimsSet shorter = new JWTClaimsSet.Builder(said).claim("representative", order).build();
    owner
        .sql("update registry.representation set endorsement = :jws where invitation = :id::uuid")
        .param(
            "jws", Office.jws(RunningRegistry.directory().signingKeys().get(YOUTH_OFFICE), shorter))
        .param("id", id)
        .update();
  }

  @Test
  void orderThatIsOverIsAReasonOfItsOwn() {
    Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(30, ChronoUnit.DAYS);
    Family family = family(until);
    family.carer().grant(JOBCENTER, List.of(until(until)));
    registry
        .asOwner()
        .sql("update registry.representation set ends_at = now() where invitation = :id::uuid")
        .param("id", family.invitations().get(YOUTH_OFFICE))
        .update();

    assertThat(token(family).error()).isEqualTo("invalid_authorization_details");

    assertThat(newest(family.client()).get("reason").asString())
        .isEqualTo("representation-not-reaching");
    assertThat(new Visitor(registry, family.client()).open("/log").body())
        .contains("handelt dort nicht oder nicht mehr für Sie");
  }

  @Test
  void witnessWhomTheHolderDoesNotTakeIsAReasonOfItsOwn() {
    Phone phone = new Phone(registry);
    Office youth = Office.of(registry, YOUTH_OFFICE);
    Office job = Office.of(registry, JOBCENTER);
    Desk desk = new Desk(youth, job, phone.linkTo(youth), phone.linkTo(job));
    desk.give("documents-read");
    Asked asked = Asked.about(desk.atJob());
    assertThat(jobcenter.post("/oauth2/token", asked.form()).status()).isEqualTo(200);
    registry
        .asOwner()
        .sql(
            "update registry.capture set institution = :other where client ="
                + " (select client from registry.consent_grant g where g.id = :grant::uuid)")
        .param("other", PROVIDER)
        .param("grant", phone.get("/api/grants").json().at("/grants/0/id").asString())
        .update();

    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", asked.form());

    assertThat(answer.error()).isEqualTo("invalid_authorization_details");
    assertThat(newest(phone).get("reason").asString()).isEqualTo("level-not-accepted");
    assertThat(new Visitor(registry, phone).open("/log").body())
        .contains("verlangt Ihre eigene Unterschrift mit einem Passkey");
  }

  private static Map<String, String> until(Instant end) {
    Map<String, String> provision = provision("documents-read", YOUTH_OFFICE);
    provision.put("validUntil", end.toString());
    return provision;
  }

  /** A client with a carer whose order ends at both institutions then. */
  private static Family family(Instant until) {
    Phone client = new Phone(registry);
    Map<String, String> pseudonyms = new HashMap<>();
    for (String institution : List.of(JOBCENTER, YOUTH_OFFICE)) {
      pseudonyms.put(institution, client.linkTo(Office.of(registry, institution)));
    }
    client.signIn().is(201);
    Family family = new Family(client, new Phone(registry), pseudonyms, new HashMap<>());
    family.appoint(registry, JOBCENTER, until);
    family.appoint(registry, YOUTH_OFFICE, until);
    family.carer().signIn().is(201);
    return family;
  }

  private static OAuthClient.Answer token(Family family) {
    Asked asked = Asked.about(family.pseudonyms().get(JOBCENTER));
    return jobcenter.post("/oauth2/token", asked.form());
  }

  private static JsonNode claims(OAuthClient.Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    String payload = answer.json().get("access_token").asString().split("[.]")[1];
    return JsonMapper.shared().readTree(java.util.Base64.getUrlDecoder().decode(payload));
  }

  private static JsonNode newest(Phone phone) {
    return phone.get("/api/log").is(200).json().get("entries").get(0);
  }
}
