package net.sociallook.registry;

import static net.sociallook.registry.web.Port.GATEWAYS;
import static net.sociallook.registry.web.Port.INSTITUTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartIT {
  private static final HttpClient JOBCENTER =
      RunningRegistry.as("institution:jobcenter-nordhausen");

  @ParameterizedTest
  @CsvSource({
    "GATEWAYS, /institutions",
    "BROWSER, /institutions",
    "GATEWAYS, /invitations",
    "BROWSER, /oauth2/token",
    "INSTITUTIONS, /leases",
    "BROWSER, /leases",
    "INSTITUTIONS, /api/session",
    "GATEWAYS, /api/session",
    "INSTITUTIONS, /error",
    "INSTITUTIONS, /health",
    "INSTITUTIONS, /api/../institutions/x",
    "BROWSER, /error",
    "BROWSER, /problem",
    "INSTITUTIONS, /",
    "INSTITUTIONS, /help"
  })
  void pathOfAnotherPortIsNotFound(Port port, String path) throws Exception {
    HttpClient caller = port == GATEWAYS ? RunningRegistry.as("gateway:gw-1") : JOBCENTER;
    HttpResponse<String> answer = get(caller, port, path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void callerWithoutCertificateIsUnknownToInstitutionsPort() throws Exception {
    assertThat(get(RunningRegistry.anonymous(), INSTITUTIONS, "/institutions").statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"institution:nobody-here", "gateway:gw-1", "jobcenter-nordhausen", "institution:"})
  void certificateThatNamesNoInstitutionIsUnknown(String commonName) throws Exception {
    HttpClient caller = RunningRegistry.as(commonName);
    assertThat(get(caller, INSTITUTIONS, "/institutions").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"/health, 200", "/prometheus, 200", "/env, 404", "/institutions, 404"})
  void healthAndMetricsAnswerOnTheManagementPort(String path, int status) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(RunningRegistry.shared().management(path)).build();
    assertThat(JOBCENTER.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(status);
  }

  @Test
  void institutionIsUnknownToGatewaysPort() throws Exception {
    assertThat(get(JOBCENTER, GATEWAYS, "/leases").statusCode()).isEqualTo(401);
  }

  @Test
  void gatewaysPortEndsHandshakeWithoutCertificate() {
    HttpClient nobody = RunningRegistry.anonymous();
    assertThatThrownBy(() -> get(nobody, GATEWAYS, "/leases")).isInstanceOf(IOException.class);
  }

  @Test
  void serviceRoleOwnsNothingAndMayNotDeleteGrants() {
    JdbcClient service = RunningRegistry.shared().bean(JdbcClient.class);
    assertThat(service.sql("select current_user").query(String.class).single())
        .isEqualTo("registry_service");
    assertThatThrownBy(() -> service.sql("delete from grant_version").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void withoutDatabaseAddressItRefusesToStart() {
    assertThatThrownBy(() -> RunningRegistry.start(Map.of("sociallook.registry.database.url", "")))
        .rootCause()
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("sociallook.registry.database.url is not set");
  }

  @ParameterizedTest
  @CsvSource({"directory", "pseudonym-key", "tls.key", "token.cluster-keys"})
  void withoutAFileItRefusesToStartAndNamesIt(String key) {
    String name = "sociallook.registry." + key;
    assertThatThrownBy(() -> RunningRegistry.start(Map.of(name, "")))
        .rootCause()
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining(name + " is not set");
  }

  @ParameterizedTest
  @CsvSource({"registry_service", "postgres"})
  void databaseThatForgetsCommitsIsRefused(String role) {
    String database = RunningRegistry.newDatabase();
    RunningRegistry.shared(); // has made the service role
    RunningRegistry.asOwner(database)
        .sql("alter role " + role + " in database " + database + " set synchronous_commit = off")
        .update();
    assertThatThrownBy(() -> RunningRegistry.start(database, Map.of()))
        .rootCause()
        .isInstanceOf(RefusesToStart.class)
        .hasMessageContaining("synchronous_commit = off");
  }

  private static HttpResponse<String> get(HttpClient caller, Port port, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(RunningRegistry.shared().uri(port, path)).build();
    return caller.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
