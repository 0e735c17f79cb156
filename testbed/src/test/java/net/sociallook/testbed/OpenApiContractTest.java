package net.sociallook.testbed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiContractTest {
  private static final String ID = "5f1c0a9e-8b7d-4c3f-a2e1-6b5d9c8e7f60";
  private final OpenApiContract contract = OpenApiContract.of("sample.yaml");

  @Test
  void anAnswerAsPromisedPasses() {
    String body = "{\"id\":\"" + ID + "\",\"colour\":null}";
    assertDoesNotThrow(
        () -> contract.check("GET", "/things/1", 200, "application/json;charset=UTF-8", body));
  }

  @Test
  void aSharedResponseIsFollowed() {
    assertDoesNotThrow(() ->
        contract.check("GET", "/things/1", 404, "application/problem+json", "{\"title\":\"no\"}"));
    assertThrows(
        AssertionError.class,
        () -> contract.check("GET", "/things/1", 404, "application/problem+json", "{}"));
  }

  @Test
  void theFixedPathGoesBeforeTheTemplate() {
    assertDoesNotThrow(() -> contract.check("GET", "/things/newest", 204, "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /things/1   | 500 | application/json | {}
          POST | /things/1   | 200 | application/json | {}
          GET  | /nowhere    | 200 | application/json | {}
          GET  | /things/1   | 200 | text/html        | {}
          GET  | /things/1   | 200 | application/json | {"id":"5f1c0a9e-8b7d-4c3f-a2e1-6b5d9c8e7f60"}
          GET  | /things/1   | 200 | application/json | {"id":"5f1c0a9e-8b7d-4c3f-a2e1-6b5d9c8e7f60","colour":"blue"}
          GET  | /things/1   | 200 | application/json | {"id":"5f1c0a9e-8b7d-4c3f-a2e1-6b5d9c8e7f60","colour":"red","more":1}
          GET  | /things/1   | 200 | application/json | not json
          GET  | /things/newest | 204 | application/json | {}
          """)
  void anythingElseIsRefused(
      String method, String path, int status, String contentType, String body) {
    assertThrows(
        AssertionError.class, () -> contract.check(method, path, status, contentType, body));
  }
}
