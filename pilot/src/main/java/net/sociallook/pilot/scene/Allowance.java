package net.sociallook.pilot.scene;

import java.util.Map;
import java.util.TreeMap;

/**
 * One provision that a client gives.
 *
 * @param terms its other members: {@code maxConfidentiality}, {@code document}, {@code team},
 *     {@code caseworker}; a value in braces is taken from {@link Memory}
 */
public record Allowance(
    String recipient, String holder, String permission, Map<String, String> terms) {
  public Allowance {
    terms = Map.copyOf(terms);
  }

  public static Allowance of(String recipient, String permission, String holder) {
    return new Allowance(recipient, holder, permission, Map.of());
  }

  public Allowance with(String term, String value) {
    Map<String, String> more = new TreeMap<>(terms);
    more.put(term, value);
    return new Allowance(recipient, holder, permission, more);
  }
}
