package net.sociallook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import net.sociallook.testbed.OpenApiContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer that was held against the contract. */
public record Answer(HttpResponse<String> response) {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("consent-registry.yaml");

  public static Answer checked(HttpResponse<String> response) {
    CONTRACT.check(
        response.request().method(),
        response.uri().getPath(),
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        response.body());
    return new Answer(response);
  }

  public int status() {
    return response.statusCode();
  }

  public JsonNode json() {
    return JsonMapper.shared().readTree(response.body());
  }

  public String text(String member) {
    return json().path(member).asString();
  }

  /** This answer, after asserting its status. */
  public Answer is(int status) {
    assertThat(status()).as(response.body()).isEqualTo(status);
    return this;
  }

  /** Asserts that this is the problem with this code. */
  public void isProblem(int status, String code) {
    is(status);
    assertThat(text("type")).isEqualTo("https://sociallook.net/problems/" + code);
  }
}
