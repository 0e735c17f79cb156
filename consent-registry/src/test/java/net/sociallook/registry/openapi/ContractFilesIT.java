package net.sociallook.registry.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractFilesIT {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("consent-registry.yaml");

  @ParameterizedTest
  @CsvSource({
    "consent-registry.yaml, application/yaml, openapi: 3.1.0",
    "consent-registry.html, text/html;charset=utf-8, <h1>SOCIALLOOK consent registry</h1>",
    "adapter.yaml, application/yaml, openapi: 3.1.0",
    "adapter.html, text/html;charset=utf-8, <h1>SOCIALLOOK adapter</h1>",
    "page.css, text/css;charset=utf-8, color-scheme: light dark"
  })
  void everybodyMayReadContracts(String file, String type, String part) throws Exception {
    HttpResponse<String> answer = get(Port.INSTITUTIONS, "/openapi/" + file);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue(type);
    assertThat(answer.body()).contains(part);
  }

  @Test
  void aPageMayNeitherRunNorLoadAnything() throws Exception {
    HttpResponse<String> answer = get(Port.INSTITUTIONS, "/openapi/consent-registry.html");
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self';");
    assertThat(answer.body()).doesNotContain("<script", "style=\"", "src=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi/gateway.yaml",
        "/openapi/application.yaml",
        "/openapi/..%2fapplication.yaml",
        "/openapi/adapter.yaml/",
        "/openapi/",
        "/openapi"
      })
  void anotherFileIsNotFound(String path) throws Exception {
    assertThat(get(Port.INSTITUTIONS, path).statusCode()).isIn(400, 404);
  }

  @Test
  void thePageOfClientsDoesNotHaveThem() throws Exception {
    assertThat(get(Port.BROWSER, "/openapi/consent-registry.html").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(Port port, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(RunningRegistry.shared().uri(port, path)).build();
    HttpResponse<String> answer =
        RunningRegistry.anonymous().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 200) {
      String type = answer.headers().firstValue("content-type").orElse("");
      CONTRACT.check("GET", path, 200, type, answer.body());
    }
    return answer;
  }
}
