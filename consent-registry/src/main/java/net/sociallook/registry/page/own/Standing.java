package net.sociallook.registry.page.own;

import java.util.Map;
import java.util.Optional;
import net.sociallook.registry.ownaccess.OwnKind;
import tools.jackson.databind.JsonNode;

/** How things stand with a resource, where that is worth a word: {@code own.status.…}. */
final class Standing {
  private static final String RUNNING = "running";
  private static final String PLANNED = "planned";
  private static final String PAUSED = "paused";
  private static final String ENDED = "ended";
  private static final String DONE = "done";
  private static final String OPEN = "open";
  private static final String UNCONFIRMED = "unconfirmed";

  private static final Map<String, String> COURSE =
      Map.of(
          "draft", PLANNED,
          "active", RUNNING,
          "on-hold", PAUSED,
          "completed", DONE,
          "revoked", ENDED);

  private static final Map<OwnKind, Map<String, String>> WORDS =
      Map.of(
          OwnKind.APPOINTMENTS,
          Map.of(
              "cancelled", "called-off",
              "noshow", "missed",
              "proposed", UNCONFIRMED,
              "pending", UNCONFIRMED,
              "waitlist", UNCONFIRMED),
          OwnKind.DOCUMENTS,
          Map.of("superseded", "replaced"),
          OwnKind.GOALS,
          Map.of(
              "proposed", PLANNED,
              "planned", PLANNED,
              "accepted", RUNNING,
              "active", RUNNING,
              "on-hold", PAUSED,
              "completed", DONE,
              "cancelled", ENDED,
              "rejected", ENDED),
          OwnKind.PLANS,
          COURSE,
          OwnKind.REFERRALS,
          COURSE,
          OwnKind.TASKS,
          Map.of(
              "draft", PLANNED,
              "requested", OPEN,
              "received", OPEN,
              "accepted", OPEN,
              "ready", OPEN,
              "in-progress", RUNNING,
              "on-hold", PAUSED,
              "completed", DONE,
              "cancelled", ENDED,
              "rejected", ENDED));

  private Standing() {}

  static Optional<String> of(OwnKind kind, JsonNode resource) {
    String status =
        resource
            .path(kind == OwnKind.GOALS ? "lifecycleStatus" : "status")
            .asString(resource.path("docStatus").asString(""));
    if (status.equals("entered-in-error")) {
      return Optional.of("error");
    }
    return Optional.ofNullable(WORDS.getOrDefault(kind, Map.of()).get(status));
  }
}
