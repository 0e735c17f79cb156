package net.sociallook.gateway.answer;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.gateway.json.StrictJson;

/**
 * The OperationOutcome of each refusal, in bytes made once.
 *
 * @see <a href="https://hl7.org/fhir/R4/operationoutcome.html">FHIR R4, OperationOutcome</a>
 */
public final class Outcomes {
  /** The code system of the refusals. */
  public static final String SYSTEM = "https://sociallook.net/fhir/CodeSystem/refusal";

  private static final Map<Refusal, byte[]> BODIES = new EnumMap<>(Refusal.class);

  static {
    for (Refusal refusal : Refusal.values()) {
      BODIES.put(refusal, StrictJson.bytes(outcome(refusal)));
    }
  }

  private Outcomes() {}

  public static byte[] body(Refusal refusal) {
    byte[] body = BODIES.get(refusal);
    if (body == null) {
      throw new IllegalStateException("refusal: " + refusal + " (expected: one with a body)");
    }
    return body.clone();
  }

  private static Map<String, Object> outcome(Refusal refusal) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("coding", List.of(ordered("system", SYSTEM, "code", refusal.code())));
    details.put("text", refusal.text());
    Map<String, Object> issue = ordered("severity", "error", "code", refusal.issue());
    issue.put("details", details);
    return ordered("resourceType", "OperationOutcome", "issue", List.of(issue));
  }

  private static Map<String, Object> ordered(String name1, Object one, String name2, Object two) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name1, one);
    map.put(name2, two);
    return map;
  }
}
