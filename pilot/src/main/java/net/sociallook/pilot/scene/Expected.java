package net.sociallook.pilot.scene;

import java.util.List;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** What must come of a question, with the sentence that says so. */
public sealed interface Expected {
  String told();

  /** The registry gives no token. */
  record NoToken(String told) implements Expected {}

  /** The gateway answers with this status. */
  record Status(int status, String told) implements Expected {}

  /**
   * The gateway answers, and of the resources in it this holds.
   *
   * @param name under which they are remembered; empty: not at all
   */
  record Seen(String name, BiPredicate<List<JsonNode>, Memory> rule, String told)
      implements Expected {}
}
