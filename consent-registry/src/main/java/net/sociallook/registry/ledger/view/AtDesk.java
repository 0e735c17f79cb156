package net.sociallook.registry.ledger.view;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sociallook.registry.ledger.DeskAct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was done at an institution's desk. What was not known or has no place is null.
 *
 * @param act code of {@link DeskAct}
 * @param proof code of how it is known who did it
 * @param recipient whose grant it is about, or with whom the client was linked; null where it is
 *     about everybody's, or the institution itself
 * @param level of evidence, where something was captured
 * @param signedOn on paper: the day beside the client's signature
 * @param narrowing to what a grant was narrowed, by names of the contract
 */
record AtDesk(
    String act,
    String proof,
    @Nullable String recipient,
    @Nullable String witness,
    @Nullable String level,
    @Nullable String signedOn,
    Map<String, String> narrowing) {

  /** From a record. */
  static AtDesk of(JsonNode body) {
    JsonNode capture = body.path("capture");
    Map<String, String> narrowing = new TreeMap<>();
    body.path("narrowing")
        .properties()
        .forEach(one -> narrowing.put(one.getKey(), one.getValue().asString()));
    return new AtDesk(
        body.path("act").asString(),
        body.path("proof").asString(),
        text(body, "recipient"),
        text(body, "witness"),
        text(capture, "level"),
        text(capture, "signedOn"),
        narrowing);
  }

  /** What was done, by whom. */
  static Asked asked(JsonNode body) {
    JsonNode capture = body.path("capture");
    return Asked.done(
        body,
        text(capture, "grant"),
        capture.path("version").isInt() ? Integer.valueOf(capture.path("version").asInt()) : null,
        body.path("permissions").valueStream().map(JsonNode::asString).toList());
  }

  /** Whether there is something that was not there: a link, or what the client said or signed. */
  boolean isNew() {
    return Stream.of(
            DeskAct.LINKED_IN_PERSON,
            DeskAct.LINKED_ELSEWHERE,
            DeskAct.CAPTURE_PREPARED,
            DeskAct.PAPER_RECORDED,
            DeskAct.CAPTURED)
        .anyMatch(one -> one.code().equals(act));
  }

  private static @Nullable String text(JsonNode body, String member) {
    JsonNode value = body.path(member);
    return value.isString() ? value.asString() : null;
  }
}
