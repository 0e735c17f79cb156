package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.consent.Permission.MESSAGES;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Introspection, revocation, keys and metadata. */
class TokenLifeIT {
  private static RunningRegistry registry;
  private static OAuthClient jobcenter;
  private static OAuthClient youthOffice;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of());
    jobcenter = OAuthClient.as(registry, "institution:" + JOBCENTER);
    youthOffice = OAuthClient.as(registry, "institution:" + YOUTH_OFFICE);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void livingTokenIsActiveForItsInstitutionAndShowsNothingSealed() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
    String token = token(client);

    JsonNode answer = introspect(jobcenter, token);

    assertThat(answer.get("active").asBoolean()).isTrue();
    assertThat(answer.get("client_id").asString()).isEqualTo(JOBCENTER);
    assertThat(answer.at("/grant/id").asString()).isEqualTo(client.grant());
    assertThat(answer.has("routing")).isFalse();
  }

  @Test
  void tokenIsInactiveForEveryoneElse() {
    String token = token(Consented.client(registry).allows(DOCUMENTS_READ));
    assertInactive(youthOffice, token);
  }

  @Test
  void whatIsNoTokenIsInactive() {
    for (String other : List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
      assertInactive(jobcenter, other);
    }
  }

  @Test
  void tokenOfAVersionThatWasTakenBackIsInactive() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
    String token = token(client);
    client.withdraws();
    assertInactive(jobcenter, token);
  }

  @Test
  void tokenStaysActiveWhenTheGrantIsWidened() {
    Consented client = Consented.client(registry).allows(DOCUMENTS_READ);
    String token = token(client);
    client.allows(DOCUMENTS_READ, MESSAGES);
    assertThat(introspect(jobcenter, token).get("active").asBoolean()).isTrue();
  }

  @Test
  void revokedTokenEntersTheSequenceAndIsInactive() throws Exception {
    String token = token(Consented.client(registry).allows(DOCUMENTS_READ));
    UUID jti = UUID.fromString(SignedJWT.parse(token).getJWTClaimsSet().getJWTID());

    OAuthClient.Answer answer = jobcenter.post("/oauth2/revoke", Map.of("token", token));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEmpty();
    assertThat(
            jdbc()
                .sql("select count(*) from withdrawal where kind = 'token' and jti = :jti")
                .param("jti", jti)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertInactive(jobcenter, token);
  }

  @Test
  void revokingTwiceIsFine() {
    String token = token(Consented.client(registry).allows(DOCUMENTS_READ));
    jobcenter.post("/oauth2/revoke", Map.of("token", token));
    assertThat(jobcenter.post("/oauth2/revoke", Map.of("token", token)).status()).isEqualTo(200);
  }

  @Test
  void tokenOfAnotherInstitutionIsNotRevoked() {
    String token = token(Consented.client(registry).allows(DOCUMENTS_READ));

    OAuthClient.Answer answer = youthOffice.post("/oauth2/revoke", Map.of("token", token));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_grant");
    assertThat(introspect(jobcenter, token).get("active").asBoolean()).isTrue();
  }

  @Test
  void whatIsNoTokenIsRevokedWithoutAnEntry() {
    int before = entries();
    assertThat(jobcenter.post("/oauth2/revoke", Map.of("token", "x")).status()).isEqualTo(200);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void rotationKeepsOldTokensKnownAndHasPublishedTheNewKeyBefore() throws Exception {
    String before = token(Consented.client(registry).allows(DOCUMENTS_READ));
    JWKSet publishedBefore = keys();

    KeyRotations.rotate(registry);

    String after = token(Consented.client(registry).allows(DOCUMENTS_READ));
    assertThat(keyId(after)).isNotEqualTo(keyId(before));
    assertThat(publishedBefore.getKeyByKeyId(keyId(after))).isNotNull();
    assertThat(keys().getKeyByKeyId(keyId(before))).isNotNull();
    assertThat(keys().getKeys().getFirst().getKeyID()).isEqualTo(keyId(after));
    assertThat(keys().size()).isEqualTo(3);
    assertThat(introspect(jobcenter, before).get("active").asBoolean()).isTrue();
  }

  @Test
  void retiredKeyIsPublishedUntilItsTokensAreOver() throws Exception {
    String before = token(Consented.client(registry).allows(DOCUMENTS_READ));
    KeyRotations.rotate(registry);

    jdbc()
        .sql("update signing_key set retired_at = now() - interval '11 minutes' where kid = :kid")
        .param("kid", keyId(before))
        .update();

    assertThat(keys().getKeyByKeyId(keyId(before))).isNull();
    assertInactive(jobcenter, before);
  }

  @Test
  void storedKeysAreEncrypted() {
    List<String> stored =
        jdbc()
            .sql("select encode(private_jwk, 'escape') from signing_key")
            .query(String.class)
            .list();
    assertThat(stored)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(key -> assertThat(key).doesNotContain("\"d\"").doesNotContain("kty"));
  }

  @Test
  void gatewaysReadTheSameKeysOnTheirPort() throws Exception {
    HttpClient gateway = RunningRegistry.as("gateway:gw-1");
    HttpResponse<String> answer =
        gateway.send(
            HttpRequest.newBuilder(registry.uri(Port.GATEWAYS, "/jwks")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(answer.body()))
        .isEqualTo(jobcenter.get("/oauth2/jwks").json());
    assertThat(answer.body()).doesNotContain("\"d\"");
  }

  @Test
  void metadataAndKeysAreThereForEverybody() {
    OAuthClient anybody =
        new OAuthClient(registry, RunningRegistry.anonymous(), jobcenter.certificate());

    JsonNode metadata = anybody.get("/.well-known/oauth-authorization-server").json();

    assertThat(metadata.get("issuer").asString()).isEqualTo("https://localhost:9443");
    assertThat(metadata.get("token_endpoint").asString())
        .isEqualTo("https://localhost:9443/oauth2/token");
    assertThat(metadata.get("tls_client_certificate_bound_access_tokens").asBoolean()).isTrue();
    assertThat(metadata.toString()).doesNotContain("RS256").doesNotContain("client_secret");
    JsonNode keys = anybody.get("/oauth2/jwks").json().get("keys");
    assertThat(keys).allSatisfy(key -> assertThat(key.get("alg").asString()).isEqualTo("ES256"));
  }

  private static String token(Consented client) {
    return jobcenter
        .post("/oauth2/token", client.asked().form())
        .json()
        .get("access_token")
        .asString();
  }

  private static JsonNode introspect(OAuthClient caller, String token) {
    OAuthClient.Answer answer = caller.post("/oauth2/introspect", Map.of("token", token));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    return answer.json();
  }

  private static void assertInactive(OAuthClient caller, String token) {
    OAuthClient.Answer answer = caller.post("/oauth2/introspect", Map.of("token", token));
    assertThat(answer.response().body()).isEqualTo("{\"active\":false}");
  }

  private static JWKSet keys() throws Exception {
    return JWKSet.parse(jobcenter.get("/oauth2/jwks").response().body());
  }

  private static String keyId(String token) throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private static int entries() {
    return jdbc().sql("select count(*) from withdrawal").query(Integer.class).single();
  }

  private static JdbcClient jdbc() {
    return registry.bean(JdbcClient.class);
  }
}
