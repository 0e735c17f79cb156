package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignedIntrospectionIT {
  private static final String SIGNED = "application/token-introspection+jwt";
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final OAuthClient CALLER = OAuthClient.as(REGISTRY, "institution:" + JOBCENTER);
  private static final OAuthClient OTHER = OAuthClient.as(REGISTRY, "institution:" + YOUTH_OFFICE);

  @Test
  void signedAnswerSaysTheSameToTheCallerAlone() throws Exception {
    String token = token();
    SignedJWT answer = signed(CALLER, token);
    JWK key =
        JWKSet.parse(CALLER.get("/oauth2/jwks").response().body())
            .getKeyByKeyId(answer.getHeader().getKeyID());
    assertThat(answer.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    assertThat(answer.getHeader().getType().getType()).isEqualTo("token-introspection+jwt");
    assertThat(answer.getHeader().getJWK()).isNull();
    JsonNode claims = JsonMapper.shared().readTree(answer.getPayload().toString());
    assertThat(claims.propertyNames())
        .containsExactlyInAnyOrder("iss", "aud", "iat", "token_introspection");
    assertThat(claims.path("iss").asString()).isEqualTo("https://localhost:9443");
    assertThat(claims.path("aud").asString()).isEqualTo(JOBCENTER);
    assertThat(Instant.ofEpochSecond(claims.path("iat").asLong()))
        .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));
    assertThat(claims.path("token_introspection"))
        .isEqualTo(introspect(CALLER, token, "application/json").json());
  }

  @Test
  void tokenOfAnotherIsInactiveAndNothingMore() throws Exception {
    JsonNode claims = JsonMapper.shared().readTree(signed(OTHER, token()).getPayload().toString());
    assertThat(claims.path("token_introspection").toString()).isEqualTo("{\"active\":false}");
    assertThat(claims.path("aud").asString()).isEqualTo(YOUTH_OFFICE);
  }

  @Test
  void signedAnswerIsNoToken() {
    String answer = introspect(CALLER, token(), SIGNED).response().body();
    assertThat(REGISTRY.bean(TokenVerifier.class).verify(answer)).isEmpty();
    assertThat(REGISTRY.bean(TokenVerifier.class).verify(token())).isPresent();
    assertThat(introspect(CALLER, answer, "application/json").response().body())
        .isEqualTo("{\"active\":false}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/json",
        "application/json, application/token-introspection+jwt;q=0.5",
        "application/token-introspection+jwt;q=0",
        "not a media type"
      })
  void whoDoesNotPreferTheSignedFormGetsJson(String accept) {
    OAuthClient.Answer answer = introspect(CALLER, "x", accept);
    assertThat(answer.header("content-type")).startsWith("application/json");
    assertThat(answer.json().path("active").asBoolean(true)).isFalse();
  }

  @Test
  void metadataNamesTheAlgorithm() {
    JsonNode metadata = CALLER.get("/.well-known/oauth-authorization-server").json();
    assertThat(metadata.path("introspection_signing_alg_values_supported").toString())
        .isEqualTo("[\"ES256\"]");
  }

  private static SignedJWT signed(OAuthClient caller, String token) throws Exception {
    OAuthClient.Answer answer = introspect(caller, token, SIGNED + ", application/json;q=0.1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo(SIGNED);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    return SignedJWT.parse(answer.response().body());
  }

  private static String token() {
    Consented client = Consented.client(REGISTRY).allows(DOCUMENTS_READ);
    return CALLER
        .post("/oauth2/token", client.asked().form())
        .json()
        .get("access_token")
        .asString();
  }

  private static OAuthClient.Answer introspect(OAuthClient caller, String token, String accept) {
    String path = "/oauth2/introspect";
    return caller.send(
        path,
        HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", accept)
            .POST(
                HttpRequest.BodyPublishers.ofString(OAuthClient.encoded(Map.of("token", token)))));
  }
}
