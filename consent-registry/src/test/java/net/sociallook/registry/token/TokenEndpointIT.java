package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.consent.Permission.MESSAGES;
import static net.sociallook.consent.Permission.STATISTICS;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.sociallook.consent.Permission;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.sequence.WithdrawalSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenEndpointIT {
  private static RunningRegistry registry;
  private static OAuthClient jobcenter;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), MovedClock.class);
    jobcenter = OAuthClient.as(registry, "institution:" + JOBCENTER);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void whatIsGrantedBecomesAToken() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);

    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", client.asked().form());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.json().get("expires_in").asInt()).isBetween(290, 300);
    assertThat(answer.json().get("scope").asString())
        .isEqualTo("system/Binary.r system/DocumentReference.rs");
    TokenReader.Read read = read(answer);
    JsonNode claims = read.claims();
    JsonNode inFull = answer.json().at("/authorization_details/0");
    claims
        .at("/authorization_details/0")
        .properties()
        .forEach(member -> assertThat(inFull.get(member.getKey())).isEqualTo(member.getValue()));
    assertThat(inFull.get("holder").asString())
        .isEqualTo("Organization/" + claims.get("holder").asString());
    assertThat(inFull.get("patient").asString())
        .isEqualTo("Patient/" + client.pseudonymAt(JOBCENTER));
    assertThat(claims.get("sub").asString()).isEqualTo(JOBCENTER);
    assertThat(claims.at("/cnf/x5t#S256").asString())
        .isEqualTo(Confirmation.Certificate.of(jobcenter.certificate()).thumbprint());
    assertThat(claims.at("/grant/id").asString()).isEqualTo(client.grant());
    assertThat(claims.at("/grant/read_at").asLong())
        .isEqualTo(registry.bean(WithdrawalSequence.class).current());
    assertThat(claims.at("/extensions/ihe_iua/subject_name").asString()).isEqualTo("Weber, Anna");
    assertThat(claims.at("/extensions/ihe_iua/subject_organization").asString())
        .isEqualTo("Jobcenter Nordhausen");
    assertThat(claims.at("/extensions/ihe_iua/team").asString()).isEqualTo("jc-u25");
    assertThat(read.routing().at("/holders/" + YOUTH_OFFICE).asString())
        .isEqualTo(client.pseudonymAt(YOUTH_OFFICE));
  }

  @Test
  void gatewaysGetTheProofThatTheClientHerselfSigned() throws Exception {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);

    JsonNode evidence =
        read(jobcenter.post("/oauth2/token", client.asked().form())).routing().get("evidence");

    byte[] document = bytes(evidence, "document");
    JsonNode signed = JsonMapper.shared().readTree(document);
    assertThat(signed.get("grant").asString()).isEqualTo(client.grant());
    assertThat(signed.get("recipient").asString()).isEqualTo(JOBCENTER);
    JsonNode clientData = JsonMapper.shared().readTree(bytes(evidence, "clientData"));
    assertThat(clientData.get("challenge").asString()).isEqualTo(sha256(document));
    MessageDigest salted = MessageDigest.getInstance("SHA-256");
    salted.update(bytes(evidence, "salt"));
    salted.update(bytes(evidence, "publicKey"));
    SignedJWT endorsement = SignedJWT.parse(evidence.get("endorsement").asString());
    assertThat(endorsement.getJWTClaimsSet().getStringClaim("key_hash"))
        .isEqualTo(Base64URL.encode(salted.digest()).toString());
    assertThat(endorsement.getJWTClaimsSet().getIssuer()).isEqualTo(YOUTH_OFFICE);
  }

  private static byte[] bytes(JsonNode evidence, String member) {
    return Base64URL.from(evidence.get(member).asString()).decode();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(bytes)).toString();
  }

  @Test
  void fewerActionsMakeASmallerToken() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ, MESSAGES);
    Asked asked = client.asked().with("actions", List.of("messages"));

    JsonNode answer = jobcenter.post("/oauth2/token", asked.form()).json();

    assertThat(answer.get("authorization_details")).hasSize(1);
    assertThat(answer.at("/authorization_details/0/actions/0").asString()).isEqualTo("messages");
    assertThat(answer.get("scope").asString()).isEqualTo("system/Communication.crs");
  }

  @Test
  void tokenEndsWithItsProvision() {
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
    Map<String, String> soonOver = Consented.provision(DOCUMENTS_READ);
    soonOver.put("validUntil", end.toString());
    Consented client = Consented.client(registry).allows(List.of(soonOver));

    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", client.asked().form());

    assertThat(answer.json().get("expires_in").asInt()).isBetween(1, 60);
    assertThat(read(answer).claims().get("exp").asLong()).isEqualTo(end.getEpochSecond());
  }

  @Test
  void blockOfADocumentTravelsInTheSealedPartAlone() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
    client.blocks(Map.of("kind", "document", "holder", YOUTH_OFFICE, "document", "akte-17-3"));

    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", client.asked().form());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(read(answer).routing().at("/blocks/0/document").asString()).isEqualTo("akte-17-3");
    assertThat(answer.response().body()).doesNotContain("akte-17-3");
  }

  @Test
  void moreThanATokenCanCarryIsRefusedWithAWayOut() {
    Consented client =
        Consented.client(registry)
            .allows(IntStream.range(0, 15).mapToObj(TokenEndpointIT::oneDocument).toList());

    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", client.asked().form());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
    assertThat(answer.json().get("error_description").asString()).contains("name fewer actions");
    assertThat(client.refusals()).containsExactly("token-too-long");
  }

  @Test
  void allThatCanBeGrantedAtOneHolderComesInOneToken() {
    Consented client =
        Consented.client(registry)
            .allows(
                Arrays.stream(Permission.values())
                    .filter(permission -> permission != STATISTICS)
                    .toArray(Permission[]::new));

    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", client.asked().form());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(read(answer).claims().get("authorization_details"))
        .as("one for each permission but goals-view, which goals-agree includes")
        .hasSize(8);
  }

  private static Map<String, String> oneDocument(int number) {
    Map<String, String> provision = new LinkedHashMap<>(Consented.provision(DOCUMENTS_READ));
    provision.put("document", "akte-" + number);
    return provision;
  }

  @Test
  void requesterWhoIsNobodysCaseworkerIsRefusedAndRecorded() {
    for (String stranger : List.of("jc-999", "ya-001")) {
      Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
      OAuthClient.Answer answer =
          jobcenter.post("/oauth2/token", client.asked().with("requester", stranger).form());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.error()).isEqualTo("invalid_request");
      assertThat(client.refusals()).containsExactly("unknown-requester");
    }
  }

  @Test
  void attemptForAnotherPurposeIsShownToTheClient() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);

    jobcenter.post("/oauth2/token", client.asked().with("purpose", "FRAUD").form());

    JsonNode entry = client.log().get(0);
    assertThat(entry.get("kind").asString()).isEqualTo("token-refused");
    assertThat(entry.get("purpose").asString()).isEqualTo("FRAUD");
    assertThat(entry.get("reason").asString()).isEqualTo("purpose-not-covered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"institution:" + YOUTH_OFFICE, "institution:" + PROVIDER})
  void pseudonymOfAnotherInstitutionIsNobody(String caller) {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
    String requester = caller.endsWith(YOUTH_OFFICE) ? "ya-001" : "th-001";

    OAuthClient.Answer answer =
        OAuthClient.as(registry, caller)
            .post("/oauth2/token", client.asked().with("requester", requester).form());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_authorization_details");
  }

  private static TokenReader.Read read(OAuthClient.Answer answer) {
    try {
      JWKSet keys = JWKSet.parse(jobcenter.get("/oauth2/jwks").response().body());
      return TokenContract.check(
          answer.json().get("access_token").asString(),
          new TokenReader(keys, RunningRegistry.clusterKey()));
    } catch (ParseException broken) {
      throw new AssertionError(broken);
    }
  }
}
