package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.Insisting;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in, what is open to everybody, and what is only open to this machine. */
class DoorIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behaveWell();
    world.adapter.calls.clear();
    world.registry.intents.clear();
  }

  @Test
  void withoutCertificateATokenIsWorthNothing() {
    HttpResponse<String> response =
        world.send(
            world
                .request(DOCUMENTS)
                .header("Authorization", "Bearer " + world.token())
                .header("X-Client-Cert", "institution:" + TokenForge.RECIPIENT)
                .header("X-SSL-Client-S-DN", "CN=institution:" + TokenForge.RECIPIENT),
            Identity.anonymous(world.ca));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.UNIDENTIFIED)));
    assertThat(world.registry.intents).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "institution:unbekannt",
        "gateway:gw-1",
        "adapter:jobcenter-nordhausen",
        "registry",
        "jobcenter-nordhausen",
        "institution:jobcenter-nordhausen,CN=institution:horizont-ev"
      })
  void certificateThatNamesNoInstitutionIsAStrangers(String commonName) {
    Identity stranger = world.ca.issue(commonName);

    HttpResponse<String> response =
        world.send(
            world.request(DOCUMENTS).header("Authorization", "Bearer " + world.token()),
            stranger.sslContext(world.ca));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(world.registry.intents).isEmpty();
  }

  @Test
  void certificateOfAnotherAuthorityDoesNotConnect(@TempDir Path directory) {
    CertificateAuthority other = CertificateAuthority.create(directory);
    Identity foreign = other.issue("institution:" + TokenForge.RECIPIENT);

    assertThatThrownBy(
            () -> World.sendUnchecked(world.request(DOCUMENTS), Insisting.on(foreign, world.ca)))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void capabilitiesAreOpenAndSayWhatIsThere() {
    HttpResponse<String> response =
        world.send(world.request("/fhir/metadata"), Identity.anonymous(world.ca));

    JsonNode statement = JsonMapper.shared().readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(statement.at("/rest/0/resource").valueStream().map(it -> it.get("type").asString()))
        .contains("Appointment", "Binary", "DocumentReference", "Goal", "Patient", "Slot", "Task")
        .doesNotContain("Subscription", "Observation");
    assertThat(statement.at("/rest/0/security/description").asString())
        .contains(TokenForge.ISSUER + "/oauth2/token");
    assertThat(statement.at("/rest/0/security/service/0/coding/0/code").asString())
        .isEqualTo("SMART-on-FHIR");
  }

  @Test
  void smartConfigurationIsOpen() {
    HttpResponse<String> response =
        world.send(world.request("/.well-known/smart-configuration"), Identity.anonymous(world.ca));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(response.body()).get("issuer").asString())
        .isEqualTo(TokenForge.ISSUER);
  }

  @ParameterizedTest
  @CsvSource({
    "gateway.yaml, application/yaml, openapi: 3.1.0",
    "gateway.html, text/html;charset=utf-8, <h1>SOCIALLOOK gateway</h1>",
    "page.css, text/css;charset=utf-8, color-scheme: light dark"
  })
  void theContractIsOpenAndCanDoNothing(String file, String type, String part) {
    HttpResponse<String> response =
        world.send(world.request("/openapi/" + file), Identity.anonymous(world.ca));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue(type);
    assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self';");
    assertThat(response.body()).contains(part).doesNotContain("<script", "style=\"", "src=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/openapi", "/openapi/", "/openapi/adapter.yaml", "/openapi/gateway.yaml/"})
  void anotherFileIsNotOpen(String path) {
    HttpResponse<String> response = world.send(world.request(path), Identity.anonymous(world.ca));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/beans",
        "/actuator/gateway/routes",
        "/actuator/gateway",
        "/actuator/heapdump",
        "/actuator/refresh",
        "/actuator/loggers",
        "/fhir/metadata"
      })
  void managementPortShowsNothingButHealthAndMetrics(String path) {
    HttpResponse<String> response = world.managed(path);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
  }

  @Test
  void healthAndMetricsAreOnTheManagementPort() {
    assertThat(world.managed("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(world.managed("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
  }
}
