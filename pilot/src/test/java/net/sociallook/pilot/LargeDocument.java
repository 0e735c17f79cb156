package net.sociallook.pilot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sociallook.pilot.http.Consents;
import tools.jackson.databind.JsonNode;

/**
 * A document of more than 1 MB that the Jobcenter may read now.
 *
 * @param path of its content at the gateway
 */
record LargeDocument(String client, String path, long size) {
  private static final long LARGE = 1_000_000;
  private static final String FHIR = "/fhir/youth-office-nordhausen/";

  /** Looks at one client after the other; who has one gives a grant that stands. */
  static LargeDocument find(PilotProcess pilot) {
    return IntStream.rangeClosed(12, 80)
        .mapToObj(number -> largestOf(pilot, "client-" + number))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no large document"));
  }

  private static Optional<LargeDocument> largestOf(PilotProcess pilot, String client) {
    Consents consents = Caller.as(pilot, "jobcenter-nordhausen", client).client();
    String grant =
        consents
            .give("jobcenter-nordhausen", List.of(WithdrawalIT.documentsRead()))
            .path("id")
            .asString();
    Optional<LargeDocument> largest =
        Caller.of(pilot, client)
            .get(FHIR + "DocumentReference")
            .json()
            .path("entry")
            .values()
            .stream()
            .map(entry -> entry.path("resource").path("content").path(0).path("attachment"))
            .map(attachment -> of(client, attachment))
            .filter(document -> document.size() > LARGE)
            .max(Comparator.comparingLong(LargeDocument::size));
    if (largest.isEmpty()) {
      consents.withdraw(grant);
    }
    return largest;
  }

  private static LargeDocument of(String client, JsonNode attachment) {
    String url = attachment.path("url").asString("");
    return new LargeDocument(
        client,
        FHIR + "Binary/" + url.substring(url.lastIndexOf('/') + 1),
        attachment.path("size").asLong(0));
  }
}
