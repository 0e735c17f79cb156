package net.sociallook.adapter.youthoffice;

import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Statement;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not understood. */
class BadRequestsIT {
  private static final String SEARCH = "/fhir/DocumentReference?patient=" + Surroundings.JONAS;
  private static RunningAdapter running;
  private static GatewayNode gateway;

  @BeforeAll
  static void start() {
    running = new RunningAdapter();
    gateway = running.gateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    running.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_has:Observation:patient:code=1",
        "_include=DocumentReference:author",
        "_include:iterate=x",
        "_revinclude=x",
        "_sort=date",
        "_total=accurate",
        "_summary=count",
        "_elements=id",
        "_format=xml",
        "_pretty=true",
        "_getpages=1",
        "_filter=x",
        "author=cw-001",
        "type:not=x",
        "status:missing=true",
        "subject.name=x",
        "patient.name=x",
        "Status=current",
        "_id=akte-1-1",
        "_security=N",
        "x",
        "=x",
        ""
      })
  void unknownParameterIsRefused(String parameter) {
    HttpResponse<String> response = gateway.get(SEARCH + "&" + parameter, Surroundings.JONAS);

    assertRefused(response, 400, "parameter-unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=draft",
        "status=",
        "status=current&status=superseded",
        "type=a%7Cb%7Cc",
        "type=%7Ca",
        "date=yesterday",
        "date=2024-13",
        "date=ne2024",
        "date=2024-01-01T00:00:00",
        "_count=0",
        "_count=-1",
        "_count=many",
        "date=1&date=2&date=3",
        "type=%ff",
        "type=a%00",
        "patient=" + Surroundings.JONAS
      })
  void valueThatIsNotUnderstoodIsRefused(String parameter) {
    HttpResponse<String> response = gateway.get(SEARCH + "&" + parameter, Surroundings.JONAS);

    assertRefused(response, 400, "parameter-value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fhir",
        "/fhir/",
        "/fhir/Patient",
        "/fhir/DocumentReference/",
        "/fhir/DocumentReference/_search",
        "/fhir/DocumentReference/akte-1-1/_history",
        "/fhir/DocumentReference/$x",
        "/fhir/Binary/x",
        "/fhir/Binary/akte-1-1-0",
        "/fhir/metadata/",
        "/",
        "/actuator",
        "/health"
      })
  void unknownPathIsNotFound(String path) {
    HttpResponse<String> response =
        gateway
            .caller()
            .sendUnchecked(gateway.request(path, gateway.state(path, Surroundings.JONAS)));

    assertRefused(response, 404, "unknown-path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fhir/x;y=z/metadata",
        "/fhir//metadata",
        "/fhir/%2e%2e/links",
        "/fhir/Document%2FReference"
      })
  void ambiguousPathIsRefused(String path) {
    HttpResponse<String> response = gateway.caller().sendUnchecked(gateway.caller().to(path));

    assertThat(response.statusCode()).isBetween(400, 404);
    assertThat(response.body()).contains("OperationOutcome");
    assertThat(response.headers().firstValue("SocialLook-Boot")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"})
  void otherMethodsAreRefused(String method) {
    HttpResponse<String> response =
        gateway
            .caller()
            .sendUnchecked(gateway.caller().to(SEARCH).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET");
  }

  @Test
  void otherFormatsAreRefused() {
    HttpResponse<String> response =
        gateway
            .caller()
            .send(
                gateway
                    .caller()
                    .to(SEARCH)
                    .header("Accept", "application/fhir+xml")
                    .header(GatewayNode.ASSERTION, statement().sign()));

    assertRefused(response, 406, "not-acceptable");
  }

  private static Statement statement() {
    return gateway.state(SEARCH, Surroundings.JONAS);
  }
}
