package net.sociallook.registry.staff.inbox;

import java.util.List;
import net.sociallook.registry.ownaccess.GatewayStandIn;

/** What a gateway releases to the inbox. */
final class InboxAnswers {
  private InboxAnswers() {}

  static GatewayStandIn.Reply found(String... resources) {
    List<String> entries =
        java.util.Arrays.stream(resources).map(one -> "{\"resource\":" + one + "}").toList();
    return GatewayStandIn.json(
        200,
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":"
            + "["
            + String.join(",", entries)
            + "]}");
  }

  static String document(String title) {
    return """
    {"resourceType":"DocumentReference","id":"akte-1","status":"current","description":"%s",
     "date":"2026-03-01T10:00:00+01:00",
     "author":[{"reference":"PractitionerRole/ya-001","display":"Weber, Anna"}],
     "content":[{"attachment":{"contentType":"application/pdf","title":"Hilfeplan.pdf",
       "size":122880,"url":"Binary/akte-1-1"}}]}\
    """
        .formatted(title);
  }

  static String message(String text) {
    return """
    {"resourceType":"Communication","id":"n-1","status":"completed",
     "sent":"2026-03-01T10:00:00Z","sender":{"reference":"Organization/youth-office-nordhausen"},
     "recipient":[{"reference":"Patient/p-1"}],"payload":[{"contentString":"%s"}]}\
    """
        .formatted(text);
  }
}
