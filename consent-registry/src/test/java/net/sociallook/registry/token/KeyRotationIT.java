package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.token.key.Rotation;
import net.sociallook.registry.token.key.SigningKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KeyRotationIT {
  private static RunningRegistry one;
  private static RunningRegistry other;

  @BeforeAll
  static void startTwoNodes() {
    one = RunningRegistry.start(Map.of());
    other = RunningRegistry.start(one.database(), Map.of());
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
  }

  @Test
  void rotationIsSeenByAllNodesAndTellsWhenTheOldKeyEnds() {
    String old = KeyRotations.current(one);

    Answer answer = KeyRotations.rotate(one);

    assertThat(answer.text("retired")).isEqualTo(old);
    assertThat(KeyRotations.current(other)).isEqualTo(answer.text("kid")).isNotEqualTo(old);
    assertThat(Instant.parse(answer.text("retiredUntil")))
        .isAfter(Instant.now().plus(Duration.ofMinutes(9)))
        .isBefore(Instant.now().plus(Duration.ofMinutes(11)));
    JsonNode keys = KeyRotations.list(other).json().get("keys");
    assertThat(keys.at("/0/kid").asString()).isEqualTo(answer.text("kid"));
    assertThat(keys.at("/1/kid").asString()).isEqualTo(answer.text("next"));
    assertThat(keys.at("/2/kid").asString()).isEqualTo(old);
    assertThat(keys.valueStream().map(key -> key.get("state").asString()).limit(3))
        .containsExactly("current", "next", "retired");
    assertThat(keys.at("/2/publishedUntil").asString()).isEqualTo(answer.text("retiredUntil"));
  }

  @Test
  void whoReadTheKeysBeforeVerifiesEveryTokenThatIsMadeDuringTheRotation() throws Exception {
    Consented client = Consented.client(one).allows(DOCUMENTS_READ);
    KeyRotations.ageNextKey(one);
    String old = KeyRotations.current(one);
    JWKSet readBefore = keys();
    CountDownLatch tokensFlow = new CountDownLatch(8);
    CountDownLatch rotated = new CountDownLatch(1);

    List<CompletableFuture<List<String>>> systems =
        IntStream.range(0, 4)
            .mapToObj(
                number -> OAuthClient.as(number % 2 == 0 ? one : other, "institution:" + JOBCENTER))
            .map(system ->
                CompletableFuture.supplyAsync(() -> tokens(system, client, tokensFlow, rotated)))
            .toList();
    tokensFlow.await();
    KeyRotations.post(other, old).is(201);
    rotated.countDown();

    List<String> tokens = systems.stream().flatMap(made -> made.join().stream()).toList();
    JWKSet readAfter = keys();
    assertThat(tokens)
        .anyMatch(token -> signedBy(token, old))
        .anyMatch(token -> !signedBy(token, old));
    assertThat(tokens).allMatch(token -> verifies(token, readBefore));
    assertThat(tokens).allMatch(token -> verifies(token, readAfter));
  }

  @Test
  void keyThatNotEverybodyCanKnowDoesNotSign() {
    String signs = KeyRotations.rotate(one).text("kid");
    KeyRotations.post(one, signs).isProblem(409, "too-soon");
    assertThat(KeyRotations.current(one)).isEqualTo(signs);
  }

  @Test
  void callThatIsRepeatedRotatesOnce() {
    String old = KeyRotations.current(one);
    String signs = KeyRotations.rotate(one).text("kid");
    KeyRotations.ageNextKey(one);
    KeyRotations.post(one, old).isProblem(409, "other-key");
    assertThat(KeyRotations.current(one)).isEqualTo(signs);
  }

  @Test
  void ofManyRotationsAtOnceOneIsDone() {
    KeyRotations.ageNextKey(one);
    String old = KeyRotations.current(one);
    List<Rotation> rotations =
        Stream.of(one, other, one, other)
            .map(node ->
                CompletableFuture.supplyAsync(() -> node.bean(SigningKeys.class).rotate(old)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(rotations).filteredOn(Rotation.Done.class::isInstance).hasSize(1);
  }

  @Test
  void formOfABrowserCannotRotate() {
    KeyRotations.ageNextKey(one);
    String old = KeyRotations.current(one);
    String body = "{\"replacing\":\"" + old + "\"}";
    KeyRotations.post(one, "text/plain", body).is(415);
    KeyRotations.post(one, "application/json", "{}").is(400);
    assertThat(KeyRotations.current(one)).isEqualTo(old);
  }

  @Test
  void keysFromFilesAreRotatedThere(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a"), TokenSample.newKey("a").toJSONString());
    Map<String, String> properties =
        Map.of("sociallook.registry.token.signing-keys", file.toString());
    try (RunningRegistry registry = RunningRegistry.start(properties)) {
      KeyRotations.post(registry, "a").isProblem(409, "keys-from-files");
      assertThat(KeyRotations.list(registry).json().at("/keys/0/kid").asString()).isEqualTo("a");
    }
  }

  /** Until the rotation is done, and some more. */
  private static List<String> tokens(
      OAuthClient system, Consented client, CountDownLatch flow, CountDownLatch rotated) {
    List<String> tokens = new java.util.ArrayList<>();
    int after = 0;
    while (after < 3) {
      after += rotated.getCount() == 0 ? 1 : 0;
      OAuthClient.Answer answer = system.post("/oauth2/token", client.asked().form());
      assertThat(answer.status()).as(answer.error()).isEqualTo(200);
      tokens.add(answer.json().get("access_token").asString());
      flow.countDown();
    }
    return tokens;
  }

  private static JWKSet keys() throws Exception {
    OAuthClient anybody = OAuthClient.as(one, "institution:" + JOBCENTER);
    return JWKSet.parse(anybody.get("/oauth2/jwks").response().body());
  }

  private static boolean signedBy(String token, String kid) {
    return kid.equals(parsed(token).getHeader().getKeyID());
  }

  private static boolean verifies(String token, JWKSet keys) {
    SignedJWT jwt = parsed(token);
    JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    try {
      return key != null && jwt.verify(new ECDSAVerifier(key.toECKey()));
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedJWT parsed(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
