package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What every consent token must be, whatever it grants; {@code docs/protocol.md} section 6. */
public final class TokenContract {
  private static final Set<String> CLAIMS =
      Set.of(
          "iss",
          "sub",
          "client_id",
          "aud",
          "iat",
          "nbf",
          "exp",
          "jti",
          "scope",
          "cnf",
          "grant",
          "holder",
          "authorization_details",
          "extensions",
          "routing");
  private static final Set<String> DETAIL =
      Set.of("type", "actions", "max_confidentiality", "valid_from", "valid_until");
  private static final Set<String> NARROWED = Set.of("document", "team", "caseworker");
  private static final String PSEUDONYM = "[0-9a-f]{32}";
  private static final String SHA_256 = "[A-Za-z0-9_-]{43}";

  private TokenContract() {}

  /**
   * @throws AssertionError if something is missing, unknown or not of its form
   */
  public static TokenReader.Read check(String token, TokenReader reader) {
    assertThat(token.length()).isLessThanOrEqualTo(6144);
    TokenReader.Read read = reader.read(token);
    checkHeader(read.header());
    JsonNode claims = read.claims();
    assertThat(Set.copyOf(claims.propertyNames())).isEqualTo(CLAIMS);
    checkNames(claims);
    checkTimes(claims);
    assertThat(Set.copyOf(claims.get("cnf").propertyNames())).containsExactly("x5t#S256");
    assertThat(claims.at("/cnf/x5t#S256").asString()).matches(SHA_256);
    checkGrant(claims.get("grant"));
    assertThat(claims.get("holder").asString()).matches("[a-z0-9-]{3,64}");
    assertThat(claims.get("authorization_details").size()).isPositive();
    claims.get("authorization_details").forEach(detail -> checkDetail(detail, claims));
    checkExtensions(claims);
    checkRouting(read);
    return read;
  }

  private static void checkHeader(JsonNode header) {
    assertThat(Set.copyOf(header.propertyNames())).isEqualTo(Set.of("alg", "typ", "kid"));
    assertThat(header.get("alg").asString()).isEqualTo("ES256");
    assertThat(header.get("typ").asString()).isEqualTo("at+jwt");
  }

  private static void checkNames(JsonNode claims) {
    assertThat(claims.get("iss").asString()).startsWith("https://");
    assertThat(claims.get("aud").asString()).startsWith("https://").endsWith("/fhir");
    assertThat(claims.get("sub").asString()).matches("[a-z0-9-]{3,64}");
    assertThat(claims.get("client_id")).isEqualTo(claims.get("sub"));
    assertThat(UUID.fromString(claims.get("jti").asString())).isNotNull();
    assertThat(claims.get("scope").asString().split(" "))
        .allSatisfy(scope -> assertThat(scope).matches("system/[A-Z][A-Za-z]+\\.c?r?u?d?s?"));
  }

  private static void checkTimes(JsonNode claims) {
    assertThat(claims.get("iat").isIntegralNumber()).isTrue();
    assertThat(claims.get("exp").isIntegralNumber()).isTrue();
    assertThat(claims.get("nbf")).isEqualTo(claims.get("iat"));
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isBetween(1L, 300L);
  }

  private static void checkGrant(JsonNode grant) {
    assertThat(Set.copyOf(grant.propertyNames())).isEqualTo(Set.of("id", "version", "read_at"));
    assertThat(UUID.fromString(grant.get("id").asString())).isNotNull();
    assertThat(grant.get("version").isIntegralNumber()).isTrue();
    assertThat(grant.get("version").asInt()).isPositive();
    assertThat(grant.get("read_at").isIntegralNumber()).isTrue();
    assertThat(grant.get("read_at").asLong()).isNotNegative();
  }

  private static void checkDetail(JsonNode detail, JsonNode claims) {
    Set<String> names = new TreeSet<>(detail.propertyNames());
    names.removeAll(NARROWED);
    assertThat(names).isEqualTo(DETAIL);
    assertThat(detail.get("type").asString())
        .isEqualTo("https://sociallook.net/rar/consent-access/v1");
    assertThat(detail.get("actions")).hasSize(1);
    assertThat(detail.get("max_confidentiality").asString()).matches("[ULMNRV]");
    Instant from = Instant.parse(detail.get("valid_from").asString());
    Instant until = Instant.parse(detail.get("valid_until").asString());
    assertThat(from).isBefore(until);
    assertThat(claims.get("exp").asLong()).isLessThanOrEqualTo(until.getEpochSecond());
  }

  private static void checkExtensions(JsonNode claims) {
    JsonNode extensions = claims.get("extensions");
    assertThat(Set.copyOf(extensions.propertyNames())).isEqualTo(Set.of("ihe_iua", "ihe_pcf"));
    JsonNode iua = extensions.get("ihe_iua");
    assertThat(iua.get("subject_name").asString()).isNotBlank();
    assertThat(iua.get("subject_organization").asString()).isNotBlank();
    assertThat(iua.get("subject_organization_id")).isEqualTo(claims.get("sub"));
    assertThat(iua.at("/subject_role/0/system").asString())
        .isEqualTo("https://sociallook.net/fhir/CodeSystem/role");
    assertThat(iua.at("/subject_role/0/code").asString()).isNotBlank();
    assertThat(iua.at("/purpose_of_use/0/system").asString())
        .isEqualTo("http://terminology.hl7.org/CodeSystem/v3-ActReason");
    assertThat(iua.get("purpose_of_use")).hasSize(1);
    assertThat(iua.at("/purpose_of_use/0/code").asString()).isEqualTo("COC");
    assertThat(iua.get("person_id").asString()).matches("[a-z0-9-]{2,64}");
    JsonNode pcf = extensions.get("ihe_pcf");
    assertThat(pcf.get("patient_id").asString()).matches(PSEUDONYM);
    assertThat(pcf.at("/doc_id/0").asString())
        .isEqualTo("urn:uuid:" + claims.at("/grant/id").asString());
  }

  private static void checkRouting(TokenReader.Read read) {
    assertThat(read.sealed().get("alg").asString()).isEqualTo("ECDH-ES");
    assertThat(read.sealed().get("enc").asString()).isEqualTo("A256GCM");
    assertThat(read.sealed().get("cty").asString()).isEqualTo("sociallook-routing");
    assertThat(read.sealed().get("kid").asString()).isNotBlank();
    assertThat(read.padded().length % 256).isZero();
    JsonNode routing = read.routing();
    assertThat(Set.copyOf(routing.propertyNames()))
        .isEqualTo(Set.of("jti", "holders", "blocks", "evidence"));
    assertThat(routing.get("jti")).isEqualTo(read.claims().get("jti"));
    String holder = read.claims().get("holder").asString();
    assertThat(routing.get("holders").path(holder).asString()).matches(PSEUDONYM);
    assertThat(routing.get("blocks").isArray()).isTrue();
    for (String member :
        List.of("document", "publicKey", "authenticatorData", "clientData", "signature", "salt")) {
      assertThat(routing.at("/evidence/" + member).asString()).matches("[A-Za-z0-9_-]+");
    }
    assertThat(routing.at("/evidence/endorsement").asString())
        .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  }
}
