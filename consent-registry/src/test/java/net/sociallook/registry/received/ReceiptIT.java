package net.sociallook.registry.received;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReceiptIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office RECIPIENT = Office.of(REGISTRY, JOBCENTER);
  private static final Office HOLDER = Office.of(REGISTRY, YOUTH_OFFICE);
  private static final String SIGNED = "application/consent-receipt+jwt";

  private final Phone phone = new Phone(REGISTRY);
  private final String pseudonym = phone.linkTo(RECIPIENT);
  private final String pseudonymElsewhere = phone.linkTo(HOLDER);

  @TempDir Path folder;

  @Test
  void receiptVerifiesAndSaysWhatStands() throws Exception {
    String id = grant("documents-read", "messages");

    JWTClaimsSet receipt = verified(receipt(id, SIGNED).is(200).response().body());

    assertThat(receipt.getStringClaim("pii_principal_id")).isEqualTo(pseudonym);
    assertThat(receipt.getStringClaim("record_id")).isEqualTo("urn:uuid:" + id);
    assertThat(receipt.getListClaim("processing"))
        .extracting("processing_method", "pii_controllers", "purpose")
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("documents-read", List.of(YOUTH_OFFICE), "COC"),
            org.assertj.core.groups.Tuple.tuple("messages", List.of(YOUTH_OFFICE), "COC"));
    assertThat(receipt.getListClaim("events"))
        .extracting("event_state")
        .containsExactly("given", "active");
    assertThat(receipt.getListClaim("parties"))
        .extracting("party_name", "party_role")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Jobcenter Nordhausen", "recipient"),
            org.assertj.core.groups.Tuple.tuple("Jugendamt Nordhausen", "controller"));
  }

  @Test
  void sameReceiptIsThereUnsignedForWhoAcceptsJsonAlone() {
    JsonNode receipt = receipt(grant("documents-read"), "application/json").is(200).json();
    assertThat(receipt.get("pii_principal_id").asString()).isEqualTo(pseudonym);
    assertThat(receipt.get("iss").asString()).isEqualTo("https://localhost:9443");
  }

  @Test
  void whoAcceptsAnythingGetsItSigned() {
    String id = grant("documents-read");
    assertThat(type(RECIPIENT.get("/consents/" + id + "/receipt").is(200))).isEqualTo(SIGNED);
    assertThat(type(receipt(id, "*/*").is(200))).isEqualTo(SIGNED);
    receipt(id, "text/html").isProblem(406, "not-acceptable");
    receipt(id, "x").isProblem(406, "not-acceptable");
  }

  @Test
  void nothingInItBelongsToTheClientButHerPseudonymHere() {
    String receipt = receipt(grant("documents-read"), "application/json").response().body();
    String key =
        REGISTRY
            .asOwner()
            .sql(
                """
                select encode(p.public_key, 'base64') from registry.passkey p
                join registry.link l on l.credential_id = p.credential_id
                order by p.created_at desc limit 1
                """)
            .query(String.class)
            .single();
    assertThat(receipt)
        .doesNotContain(pseudonymElsewhere)
        .doesNotContain(key.substring(0, 40))
        .doesNotContain("signature")
        .doesNotContain("credential")
        .doesNotContain("salt");
  }

  @Test
  void endedGrantHasAReceiptThatDoesNotTellWhatEndedIt() throws Exception {
    String withdrawn = grant("documents-read");
    phone.post("/api/grants/" + withdrawn + "/withdrawal").is(200);
    JsonNode ended = receipt(withdrawn, "application/json").is(200).json();

    Phone other = new Phone(REGISTRY);
    other.linkTo(RECIPIENT);
    other.linkTo(HOLDER);
    String blocked =
        other.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");
    other.post("/api/blocks", Map.of("kind", "everything")).is(200);
    JsonNode hidden = receipt(blocked, "application/json").is(200).json();

    for (JsonNode receipt : List.of(ended, hidden)) {
      assertThat(receipt.get("processing")).isEmpty();
      assertThat(receipt.at("/events/1/event_state").asString()).isEqualTo("ended");
      assertThat(receipt.toString()).doesNotContain("withdrawn").doesNotContain("block");
    }
    assertThat(shape(ended)).isEqualTo(shape(hidden));
    verified(receipt(withdrawn, SIGNED).response().body());
  }

  @Test
  void grantOfAnotherHasNoReceipt() {
    String id = grant("documents-read");
    HOLDER.get("/consents/" + id + "/receipt").isProblem(404, "not-found");
    RECIPIENT
        .get("/consents/0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11/receipt")
        .isProblem(404, "not-found");
  }

  @Test
  void receiptIsNoToken() throws Exception {
    String receipt = receipt(grant("documents-read"), SIGNED).response().body();
    HttpRequest introspection =
        HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, "/oauth2/introspect"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + receipt))
            .build();
    assertThat(RECIPIENT.http().send(introspection, HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("{\"active\":false}");
  }

  @Test
  void guidesCommandsVerifyItAndRefuseAChangedOne() throws Exception {
    String receipt = receipt(grant("documents-read"), SIGNED).response().body();
    Files.writeString(folder.resolve("jwks.json"), jwks());

    assertThat(run(receipt)).contains("Verified OK").contains(pseudonym);

    String[] parts = receipt.split("[.]");
    String body = (parts[1].startsWith("A") ? "B" : "A") + parts[1].substring(1);
    assertThat(run(parts[0] + "." + body + "." + parts[2])).doesNotContain("Verified OK");
  }

  private String run(String receipt) throws Exception {
    Files.writeString(folder.resolve("receipt.jwt"), receipt);
    String guide = Files.readString(Path.of("..", "docs", "registry.md"));
    String marked = guide.substring(guide.indexOf("<!-- executed by ReceiptIT -->"));
    String script = marked.substring(marked.indexOf("```bash\n") + 8);
    Process process =
        new ProcessBuilder("bash", "-c", script.substring(0, script.indexOf("```")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private static JWTClaimsSet verified(String receipt) throws Exception {
    DefaultJWTProcessor<com.nimbusds.jose.proc.SecurityContext> processor =
        new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("consent-receipt+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(JWKSet.parse(jwks()))));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            JOBCENTER,
            new JWTClaimsSet.Builder().issuer("https://localhost:9443").build(),
            Set.of("iat", "jti")));
    return processor.process(receipt, null);
  }

  private static String jwks() {
    return RECIPIENT.get("/oauth2/jwks").is(200).response().body();
  }

  /** Everything but what is new in each receipt, and whose it is. */
  private static String shape(JsonNode receipt) {
    return receipt
        .toString()
        .replaceAll("[0-9a-f]{32}|[0-9a-f-]{36}|[0-9]{4}-[0-9-]{5}T[0-9:.]+Z|[0-9]+", "#");
  }

  private String grant(String... permissions) {
    return phone
        .grant(
            JOBCENTER,
            java.util.Arrays.stream(permissions)
                .map(permission -> provision(permission, YOUTH_OFFICE))
                .toList())
        .text("id");
  }

  private static String type(Answer answer) {
    return answer.response().headers().firstValue("content-type").orElse("");
  }

  private static Answer receipt(String grant, String accept) {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, "/consents/" + grant + "/receipt"))
            .header("Accept", accept)
            .build();
    try {
      return Answer.checked(RECIPIENT.http().send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
