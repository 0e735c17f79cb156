package net.sociallook.gateway.filter;

import java.util.List;
import net.sociallook.consent.ResourceType;

/** Resources that break one invariant of R4 each. */
final class BrokenRules {
  static final List<Case> ALL =
      List.of(
          appointment("\"status\":\"booked\"", true),
          appointment("\"status\":\"booked\",\"start\":\"2026-12-01T09:00:00Z\"", true),
          appointment("\"status\":\"proposed\",\"end\":\"2026-12-01T09:00:00Z\"", true),
          appointment("\"status\":\"waitlist\"", false),
          appointment("\"status\":\"proposed\",\"cancelationReason\":{\"text\":\"a\"}", true),
          appointment("\"status\":\"cancelled\",\"cancelationReason\":{\"text\":\"a\"}", false),
          appointment(
              "\"status\":\"proposed\",\"requestedPeriod\":[" + period("2026", "2025") + "]",
              false),
          telecom("{\"value\":\"0123\"}", false),
          telecom("{\"system\":\"phone\",\"period\":" + period("2026-05", "2026") + "}", false),
          telecom(
              "{\"system\":\"phone\",\"period\":"
                  + period("2026-05-01T00:00:00Z", "2026-05-01T01:00:00+02:00")
                  + "}",
              false),
          telecom(
              "{\"system\":\"phone\",\"period\":"
                  + period("2026-05-01", "2026-05-02T00:30:00+02:00")
                  + "}",
              false),
          telecom(
              "{\"system\":\"phone\",\"period\":"
                  + period("2026-05-01", "2026-05-03T00:30:00+02:00")
                  + "}",
              false),
          patient("\"deceasedBoolean\":true,\"deceasedDateTime\":\"2026\"", true),
          target("{\"detailString\":\"a\"}"),
          target("{\"detailInteger\":1}"),
          target("{\"measure\":{\"text\":\"a\"},\"detailString\":\"a\",\"detailBoolean\":true}"),
          target(
              "{\"measure\":{\"text\":\"a\"},\"detailQuantity\":{\"value\":1.00,\"code\":\"a\"}}"),
          target(
              "{\"measure\":{\"text\":\"a\"},\"detailQuantity\":{\"value\":1,\"system\":\"a\",\"code\":\"a\"}}"),
          task("\"authoredOn\":\"2026-10-02\",\"lastModified\":\"2026-10-01\""),
          task("\"authoredOn\":\"2026-10-02\",\"lastModified\":\"2026-10\""),
          new Case(
              ResourceType.SERVICE_REQUEST,
              "\"status\":\"active\",\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/"
                  + Answers.AT_HOLDER
                  + "\"},\"occurrenceDateTime\":\"2026\",\"occurrencePeriod\":{\"start\":\"2026\"}",
              true));

  private BrokenRules() {}

  /**
   * @param withheld whether the whole of it, and not only the broken part
   */
  record Case(ResourceType type, String members, boolean withheld) {
    String json() {
      String id = type == ResourceType.PATIENT ? Answers.AT_HOLDER : "x-1";
      return "{\"resourceType\":\"%s\",\"id\":\"%s\",%s}".formatted(type.code(), id, members);
    }
  }

  private static Case appointment(String members, boolean withheld) {
    return new Case(
        ResourceType.APPOINTMENT,
        members
            + ",\"participant\":[{\"status\":\"accepted\",\"actor\":{\"reference\":\"Patient/"
            + Answers.AT_HOLDER
            + "\"}}]",
        withheld);
  }

  private static Case telecom(String telecom, boolean withheld) {
    return patient("\"active\":true,\"telecom\":[" + telecom + "]", withheld);
  }

  private static Case patient(String members, boolean withheld) {
    return new Case(ResourceType.PATIENT, members, withheld);
  }

  private static Case target(String target) {
    return new Case(
        ResourceType.GOAL,
        "\"lifecycleStatus\":\"active\",\"description\":{\"text\":\"a\"},\"subject\":{\"reference\":\"Patient/"
            + Answers.AT_HOLDER
            + "\"},\"target\":["
            + target
            + "]",
        false);
  }

  private static Case task(String members) {
    return new Case(
        ResourceType.TASK,
        "\"status\":\"accepted\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/"
            + Answers.AT_HOLDER
            + "\"},"
            + members,
        true);
  }

  private static String period(String start, String end) {
    return "{\"start\":\"" + start + "\",\"end\":\"" + end + "\"}";
  }
}
