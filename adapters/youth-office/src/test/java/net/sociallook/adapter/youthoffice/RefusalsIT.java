package net.sociallook.adapter.youthoffice;

import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;
import net.sociallook.testbed.adapter.Caller;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Registry;
import net.sociallook.testbed.adapter.Statement;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway, or somebody else, does not get. */
class RefusalsIT {
  private static final String SEARCH = "/fhir/DocumentReference?patient=" + Surroundings.JONAS;
  private static RunningAdapter running;
  private static GatewayNode gateway;

  @BeforeAll
  static void start() {
    running = new RunningAdapter();
    gateway = running.gateway();
    // The first answers of a process are slow, and a stamp lives for a second.
    gateway.get(SEARCH, Surroundings.JONAS);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    running.close();
  }

  @Test
  void withoutCertificateThereIsNoConnection() {
    try (Caller nobody =
        new Caller(Identity.anonymous(running.around.authority()), running.adapter.port())) {
      assertThatThrownBy(() -> nobody.send(nobody.to("/fhir/metadata")))
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void certificateOfAnotherAuthorityIsRefusedByTls(@TempDir Path directory) {
    Identity foreign = CertificateAuthority.create(directory).issue("gateway:gw-1");
    try (Caller stranger =
        new Caller(
            foreign.sslContext(running.around.authority().certificate()), running.adapter.port())) {
      assertThatThrownBy(() -> stranger.send(stranger.to("/fhir/metadata")))
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway:gw-2",
        "institution:youth-office-nordhausen",
        "adapter:youth-office-nordhausen",
        "registry",
        "gateway:",
        "GATEWAY:gw-1",
        "gw-1"
      })
  void certificateOfSomebodyElseMayNotRead(String commonName) {
    try (Caller other = running.callerAs(commonName)) {
      HttpResponse<String> response =
          other.send(
              other
                  .to(SEARCH)
                  .header(GatewayNode.ASSERTION, gateway.state(SEARCH, Surroundings.JONAS).sign()));

      assertRefused(response, 403, "certificate-not-allowed");
    }
  }

  @Test
  void lateStampIsRefusedWithFreshReadings() {
    HttpResponse<String> response =
        gateway.get(SEARCH, statement().stamp(gateway.boot(), gateway.now() - 1));

    assertRefused(response, 412, "stamp-over");
    assertThat(gateway.get(SEARCH, Surroundings.JONAS).statusCode()).isEqualTo(200);
  }

  @Test
  void stampOfAnotherBootIsRefused() {
    Statement statement = statement().stamp(UUID.randomUUID().toString(), gateway.now() + 1000);

    assertRefused(gateway.get(SEARCH, statement), 412, "stamp-other-boot");
  }

  @Test
  void missingStampIsRefused() {
    assertRefused(gateway.get(SEARCH, statement().with("stamp", null)), 412, "stamp-missing");
  }

  @Test
  void stampThatWouldOutliveAWithdrawalIsRefused() {
    Statement statement = statement().stamp(gateway.boot(), gateway.now() + 60_000);

    assertRefused(gateway.get(SEARCH, statement), 412, "stamp-ahead");
  }

  @Test
  void assertionIsGoodOnce() {
    Statement statement = statement();

    assertThat(gateway.get(SEARCH, statement).statusCode()).isEqualTo(200);
    assertRefused(gateway.get(SEARCH, statement), 401, "assertion-replayed");
  }

  @Test
  void wallClockOfTheGatewayDecidesNothing() {
    assertThat(gateway.get(SEARCH, statement().with("iat", 0)).statusCode()).isEqualTo(200);
  }

  @Test
  void assertionForAnythingElseIsRefused() {
    assertRefused(gateway.get(SEARCH, statement().with("iss", "gw-2")), 401, "assertion-issuer");
    assertRefused(
        gateway.get(SEARCH, statement().with("aud", "youth-office-erfurt")),
        401,
        "assertion-audience");
    assertRefused(gateway.get(SEARCH, statement().with("method", "PUT")), 401, "assertion-request");
    assertRefused(
        gateway.get(
            SEARCH, statement().with("uri_hash", Statement.hash(SEARCH + "&status=current"))),
        401,
        "assertion-request");
    assertRefused(
        gateway.get(SEARCH, statement().with("body_hash", Statement.hash("{}"))),
        401,
        "assertion-request");
    assertRefused(
        gateway.get(SEARCH, statement().with("patient", Surroundings.EMRE)),
        401,
        "assertion-patient");
  }

  @Test
  void assertionOfAnotherFormIsRefused() {
    assertRefused(gateway.get(SEARCH, statement().type("JWT")), 401, "assertion-malformed");
    assertRefused(gateway.get(SEARCH, statement().without("jti")), 401, "assertion-malformed");
    assertRefused(gateway.get(SEARCH, statement().with("admin", true)), 401, "assertion-malformed");
    assertRefused(
        gateway.get(SEARCH, statement().with("patient", "4711")), 401, "assertion-malformed");
    assertRefused(
        gateway.get(SEARCH, statement().key(Registry.unpublishedKey("gw-9-key"))),
        401,
        "assertion-key-unknown");
    assertRefused(
        gateway.get(SEARCH, statement().key(Registry.unpublishedKey("gw-1-key"))),
        401,
        "assertion-signature");
    String unsigned = "eyJhbGciOiJub25lIn0.e30.";
    assertRefused(
        gateway.caller().send(gateway.caller().to(SEARCH).header(GatewayNode.ASSERTION, unsigned)),
        401,
        "assertion-malformed");
    assertRefused(gateway.caller().send(gateway.caller().to(SEARCH)), 401, "assertion-missing");
    assertRefused(
        gateway
            .caller()
            .send(gateway.request(SEARCH, statement()).header(GatewayNode.ASSERTION, unsigned)),
        401,
        "assertion-missing");
  }

  @Test
  void newKeyIsFetchedAtOnceWithTheInstitutionsCertificate() {
    var rotated = running.around.registry().newKey("gw-1-key-2");

    // An unknown key of the test before may have been looked for less than 0.2 s ago.
    long deadline = System.nanoTime() + 5_000_000_000L;
    int status = gateway.get(SEARCH, statement().key(rotated)).statusCode();
    while (status != 200 && System.nanoTime() < deadline) {
      status = gateway.get(SEARCH, statement().key(rotated)).statusCode();
    }

    assertThat(status).isEqualTo(200);
    assertThat(running.around.registry().callers())
        .isNotEmpty()
        .containsOnly("CN=institution:" + CaseSystem.INSTITUTION);
  }

  @Test
  void whatBelongsToAnotherIsAnsweredLikeWhatIsNotThere() {
    String absent = "/fhir/DocumentReference/akte-999-1";
    String foreign = "/fhir/DocumentReference/akte-2-1";
    String foreignBytes = "/fhir/Binary/akte-2-1-1";

    HttpResponse<String> reference = gateway.get(absent, Surroundings.JONAS);

    assertRefused(reference, 404, "not-found");
    assertThat(gateway.get(foreign, Surroundings.EMRE).statusCode()).isEqualTo(200);
    assertThat(gateway.get(foreign, Surroundings.JONAS).body()).isEqualTo(reference.body());
    assertThat(gateway.get(foreignBytes, Surroundings.JONAS).body()).isEqualTo(reference.body());
    assertThat(gateway.get("/fhir/Binary/akte-1-1-2", Surroundings.JONAS).body())
        .isEqualTo(reference.body());
  }

  @Test
  void unknownPseudonymIsNotFound() {
    String nobody = "00000000000000000000000000000000";

    assertRefused(
        gateway.get("/fhir/DocumentReference?patient=" + nobody, nobody), 404, "not-found");
  }

  private static Statement statement() {
    return gateway.state(SEARCH, Surroundings.JONAS);
  }
}
