package net.sociallook.pilot;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.sociallook.pilot.http.Page;
import tools.jackson.databind.JsonNode;

/**
 * The preview of a draft that allows to read everything at one holder.
 *
 * @param previews one for each provision
 */
record Foreseen(Draft draft, List<Map<String, String>> provisions, List<JsonNode> previews) {
  /** Stands for the client, who has another id at each institution. */
  static final String CLIENT = "the client";

  private static final String ANSWERED = "answered";
  private static final List<String> PERMISSIONS =
      List.of("documents-read", "appointments-arrange", "goals-view", "messages", "contact-view");

  /** What is not kept there is said to be that, and is not released either. */
  static Foreseen of(Page page, String recipient, Draft draft) {
    List<Map<String, String>> provisions = provisions(draft);
    Map<String, Object> asked = Map.of("recipient", recipient, "provisions", provisions);
    List<JsonNode> previews = new ArrayList<>();
    // A holder that is slow on a busy machine is silent, and asked again.
    Eventually.within(
        Duration.ofMinutes(3),
        "a preview of " + recipient + " at " + draft.holder(),
        () -> {
          previews.clear();
          page.post("/api/previews", asked)
              .orRefusal("preview")
              .json()
              .path("previews")
              .forEach(previews::add);
          return previews.stream()
              .flatMap(one -> one.path("kinds").valueStream())
              .allMatch(kind -> state(kind).equals(expected(draft, kind)));
        });
    return new Foreseen(draft, provisions, List.copyOf(previews));
  }

  /**
   * What is to be allowed.
   *
   * @param types that the holder keeps
   */
  record Draft(String holder, String ceiling, Set<String> types) {}

  private static String expected(Draft draft, JsonNode kind) {
    return draft.types().contains(kind.path("type").asString()) ? ANSWERED : "not-kept";
  }

  private static boolean isAnswered(JsonNode kind) {
    return state(kind).equals(ANSWERED);
  }

  private static String state(JsonNode kind) {
    return kind.path("state").asString();
  }

  private static List<Map<String, String>> provisions(Draft draft) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return PERMISSIONS.stream()
        .map(permission ->
            Map.of(
                "permission",
                permission,
                "holder",
                draft.holder(),
                "purpose",
                "COC",
                "validFrom",
                now.minusSeconds(60).toString(),
                "validUntil",
                now.plus(1, ChronoUnit.DAYS).toString(),
                "maxConfidentiality",
                draft.ceiling()))
        .toList();
  }

  /** With whose eyes. */
  String caseworker() {
    return previews.getFirst().path("caseworker").asString();
  }

  /** The ids, in order, by type. */
  Map<String, List<String>> ids() {
    Map<String, List<String>> seen = new TreeMap<>();
    previews.stream()
        .flatMap(preview -> preview.path("kinds").valueStream())
        .filter(Foreseen::isAnswered)
        .forEach(kind -> seen.put(kind.path("type").asString(), ids(kind)));
    return seen;
  }

  private static List<String> ids(JsonNode kind) {
    boolean herself = kind.path("type").asString().equals("Patient");
    List<String> ids =
        kind.path("items")
            .valueStream()
            .map(item -> herself ? CLIENT : item.path("id").asString())
            .toList();
    if (ids.size() != kind.path("count").asInt() || kind.path("more").asBoolean()) {
      throw new AssertionError("preview: of " + ids.size() + " ids (expected: all)");
    }
    return ids;
  }
}
