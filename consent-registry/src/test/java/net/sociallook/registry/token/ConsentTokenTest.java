package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.APPOINTMENTS_ARRANGE;
import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.consent.Permission.DOCUMENTS_SEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConsentTokenTest {

  @Test
  void saysAllThatTheProtocolWants() {
    ConsentToken token = TokenSample.token(List.of(), TokenSample.provision(DOCUMENTS_READ));

    JsonNode claims = TokenContract.check(TokenSample.signed(token), TokenSample.READER).claims();

    assertThat(claims.get("iss").asString()).isEqualTo(TokenSample.ISSUER);
    assertThat(claims.get("aud").asString()).isEqualTo(TokenSample.AUDIENCE);
    assertThat(claims.get("sub").asString()).isEqualTo("jobcenter-nordhausen");
    assertThat(claims.get("holder").asString()).isEqualTo("youth-office-nordhausen");
    assertThat(claims.get("iat").asLong()).isEqualTo(TokenSample.NOW.getEpochSecond());
    assertThat(claims.get("exp").asLong()).isEqualTo(TokenSample.NOW.getEpochSecond() + 300);
    assertThat(claims.get("scope").asString())
        .isEqualTo("system/Binary.r system/DocumentReference.rs");
    assertThat(claims.at("/cnf/x5t#S256").asString()).isEqualTo(TokenSample.THUMBPRINT);
    assertThat(claims.at("/grant/id").asString()).isEqualTo(TokenSample.GRANT.value());
    assertThat(claims.at("/grant/version").asInt()).isEqualTo(3);
    assertThat(claims.at("/grant/read_at").asLong()).isEqualTo(48211);
    assertThat(claims.at("/extensions/ihe_iua/subject_name").asString()).isEqualTo("Weber, Anna");
    assertThat(claims.at("/extensions/ihe_iua/team").asString()).isEqualTo("jc-u25");
    assertThat(claims.at("/extensions/ihe_iua/person_id").asString()).isEqualTo("jc-001");
    assertThat(claims.at("/extensions/ihe_pcf/patient_id").asString())
        .isEqualTo(TokenSample.PATIENT);
  }

  @Test
  void detailSaysWhatTheProvisionSays() {
    Narrowing narrowing =
        new Narrowing(
            Optional.of(new ResourceId("akte-17-3")),
            Optional.of(new TeamId("jc-u25")),
            Optional.of(new CaseworkerId("jc-001")));
    Provision provision = TokenSample.provision(DOCUMENTS_READ, TokenSample.YEAR, narrowing);

    JsonNode detail =
        read(TokenSample.token(List.of(), provision)).claims().at("/authorization_details/0");

    assertThat(detail.at("/actions/0").asString()).isEqualTo("documents-read");
    assertThat(detail.get("valid_from").asString()).isEqualTo("2026-11-21T00:00:00Z");
    assertThat(detail.get("valid_until").asString()).isEqualTo("2027-11-21T00:00:00Z");
    assertThat(detail.get("document").asString()).isEqualTo("akte-17-3");
    assertThat(detail.get("team").asString()).isEqualTo("jc-u25");
    assertThat(detail.get("caseworker").asString()).isEqualTo("jc-001");
  }

  @Test
  void eachProvisionHasADetailOfItsOwn() {
    ConsentToken token =
        TokenSample.token(
            List.of(),
            TokenSample.provision(DOCUMENTS_READ),
            TokenSample.provision(DOCUMENTS_SEND));

    JsonNode claims = read(token).claims();

    assertThat(claims.get("authorization_details")).hasSize(2);
    assertThat(claims.get("scope").asString())
        .isEqualTo("system/Binary.cr system/DocumentReference.crs");
  }

  @Test
  void gatewaysLearnTheHoldersPseudonymAndTheEvidence() {
    JsonNode routing =
        read(TokenSample.token(List.of(), TokenSample.provision(DOCUMENTS_READ))).routing();

    assertThat(routing.at("/holders/youth-office-nordhausen").asString())
        .isEqualTo(TokenSample.PATIENT_AT_HOLDER);
    assertThat(routing.get("holders")).hasSize(1);
    assertThat(routing.get("evidence")).hasSize(7);
    assertThat(routing.get("blocks")).isEmpty();
  }

  @Test
  void recipientSeesNeitherTheHoldersPseudonymNorABlock() {
    Block block = new Block.Document(TokenSample.YOUTH_OFFICE, new ResourceId("geheim-9"));
    ConsentToken token = TokenSample.token(List.of(block), TokenSample.provision(DOCUMENTS_READ));

    Map<String, Object> claims =
        new LinkedHashMap<>(TokenClaims.of(token, TokenSample.ISSUER, TokenSample.AUDIENCE));
    claims.remove("routing");

    assertThat(claims.toString())
        .doesNotContain(TokenSample.PATIENT_AT_HOLDER)
        .doesNotContain("geheim-9");
  }

  @Test
  void gatewaysLearnTheBlocksThatCanWithholdSomethingOfThisHolder() {
    ConsentToken token =
        TokenSample.token(
            List.of(
                new Block.Document(TokenSample.YOUTH_OFFICE, new ResourceId("akte-1")),
                new Block.Document(new InstitutionId("traeger"), new ResourceId("akte-2")),
                new Block.Sensitivity("SUD"),
                new Block.Institution(new InstitutionId("traeger")),
                new Block.Person(new CaseworkerId("jc-002"))),
            TokenSample.provision(DOCUMENTS_READ));

    JsonNode blocks = read(token).routing().get("blocks");

    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0).toString())
        .contains("\"kind\":\"document\"", "youth-office-nordhausen", "akte-1");
    assertThat(blocks.get(1).toString()).contains("\"kind\":\"sensitivity\"", "SUD");
  }

  @Test
  void endsWithTheFirstOfItsProvisions() {
    Period soonOver =
        new Period(TokenSample.YEAR.start(), TokenSample.NOW.plus(Duration.ofSeconds(90)));
    ConsentToken token =
        TokenSample.token(
            List.of(),
            TokenSample.provision(DOCUMENTS_READ),
            TokenSample.provision(APPOINTMENTS_ARRANGE, soonOver, Narrowing.NONE));

    assertThat(token.life().expiresAt()).isEqualTo(Instant.parse("2026-11-21T12:01:30Z"));
  }

  @Test
  void isNotMadeWhenNoWholeSecondIsLeft() {
    Period over = new Period(TokenSample.YEAR.start(), Instant.parse("2026-11-21T12:00:00.9Z"));
    Provision provision = TokenSample.provision(DOCUMENTS_READ, over, Narrowing.NONE);

    assertThat(
            TokenSample.composer()
                .compose(
                    TokenSample.bearer(),
                    TokenSample.granted(provision),
                    TokenSample.hidden(List.of()),
                    TokenSample.NOW))
        .isEmpty();
  }

  @Test
  void sealedPartIsAsLongWithoutABlockAsWithOne() {
    Provision provision = TokenSample.provision(DOCUMENTS_READ);
    Block block = new Block.Sensitivity("SUD");
    assertThat(read(TokenSample.token(List.of(), provision)).padded())
        .hasSameSizeAs(read(TokenSample.token(List.of(block), provision)).padded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "routing"
      })
  void tokenWithoutAClaimIsCaught(String claim) {
    Map<String, Object> claims = claims();
    claims.remove(claim);
    String mutant = TokenSample.sign(claims);

    assertCaught(mutant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "version", "read_at"})
  void tokenWithoutAPartOfItsGrantIsCaught(String part) {
    Map<String, Object> claims = claims();
    Map<Object, Object> grant = new LinkedHashMap<>((Map<?, ?>) claims.get("grant"));
    grant.remove(part);
    claims.put("grant", grant);
    String mutant = TokenSample.sign(claims);

    assertCaught(mutant);
  }

  @Test
  void tokenBoundToNothingIsCaught() {
    Map<String, Object> claims = claims();
    claims.put("cnf", Map.of());
    String mutant = TokenSample.sign(claims);

    assertCaught(mutant);
  }

  @Test
  void tokenThatLivesLongerIsCaught() {
    Map<String, Object> claims = claims();
    claims.put("exp", TokenSample.NOW.getEpochSecond() + 301);
    String mutant = TokenSample.sign(claims);

    assertCaught(mutant);
  }

  @Test
  void sealedPartOfAnotherTokenIsCaught() {
    Map<String, Object> claims = claims();
    claims.put(
        "routing", TokenSample.token(List.of(), TokenSample.provision(DOCUMENTS_READ)).routing());
    String mutant = TokenSample.sign(claims);

    assertCaught(mutant);
  }

  private static void assertCaught(String mutant) {
    assertThatThrownBy(() -> TokenContract.check(mutant, TokenSample.READER))
        .isInstanceOf(Throwable.class);
  }

  private static Map<String, Object> claims() {
    ConsentToken token = TokenSample.token(List.of(), TokenSample.provision(DOCUMENTS_READ));
    return new LinkedHashMap<>(TokenClaims.of(token, TokenSample.ISSUER, TokenSample.AUDIENCE));
  }

  private static TokenReader.Read read(ConsentToken token) {
    return TokenContract.check(TokenSample.signed(token), TokenSample.READER);
  }
}
