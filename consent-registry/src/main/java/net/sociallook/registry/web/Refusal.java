package net.sociallook.registry.web;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.object;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wrong, in the form that the path speaks: OperationOutcome below {@code /fhir}, else a
 * problem.
 *
 * @see <a href="https://hl7.org/fhir/R4/operationoutcome.html">FHIR R4, OperationOutcome</a>
 */
record Refusal(MediaType type, Object body) {
  static final MediaType FHIR = MediaType.valueOf("application/fhir+json");
  private static final String SYSTEM = "https://sociallook.net/fhir/CodeSystem/problem";

  static Refusal of(ProblemDetail problem, String path) {
    return path.equals("/fhir") || path.startsWith("/fhir/")
        ? new Refusal(FHIR, outcome(problem))
        : new Refusal(MediaType.APPLICATION_PROBLEM_JSON, problem);
  }

  private static ObjectNode outcome(ProblemDetail problem) {
    String type = String.valueOf(problem.getType());
    ObjectNode details =
        object()
            .set("coding", array(coding(SYSTEM, type.substring(type.lastIndexOf('/') + 1))))
            .put("text", problem.getTitle());
    ObjectNode issue =
        object()
            .put("severity", "error")
            .put("code", issueType(HttpStatus.valueOf(problem.getStatus())))
            .set("details", details);
    if (problem.getDetail() != null) {
      issue.put("diagnostics", problem.getDetail());
    }
    return object().put("resourceType", "OperationOutcome").set("issue", array(issue));
  }

  /** Code of the FHIR value set issue-type. */
  private static String issueType(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "login";
      case FORBIDDEN -> "forbidden";
      case NOT_FOUND -> "not-found";
      case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "not-supported";
      case CONTENT_TOO_LARGE -> "too-long";
      case TOO_MANY_REQUESTS -> "throttled";
      case SERVICE_UNAVAILABLE -> "transient";
      default -> status.is4xxClientError() ? "invalid" : "exception";
    };
  }
}
