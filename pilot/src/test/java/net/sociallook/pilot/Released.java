package net.sociallook.pilot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.sociallook.pilot.http.Answer;
import tools.jackson.databind.JsonNode;

/** What the gateway releases for a token. */
record Released(Caller caller, String token) {

  /** The ids, in order; none where it is refused. */
  List<String> of(String holder, String type) {
    String path = "/fhir/" + holder + "/" + type;
    if (type.equals("Patient")) {
      JsonNode patient = answer(path + "/" + caller.pseudonym()).json();
      boolean known = patient.path("id").asString("").equals(caller.pseudonym());
      return known ? List.of(Foreseen.CLIENT) : List.of();
    }
    JsonNode bundle = answer(path + "?_count=100").json();
    if (bundle.path("link").valueStream().anyMatch(Released::isNext)) {
      throw new AssertionError(path + ": more than one page (expected: all of it)");
    }
    return bundle
        .path("entry")
        .valueStream()
        .map(entry -> entry.at("/resource/id").asString())
        .toList();
  }

  private static boolean isNext(JsonNode link) {
    return link.path("relation").asString().equals("next");
  }

  /** A busy machine can cost a gateway its lease for a moment, or a holder its patience. */
  private Answer answer(String path) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    Eventually.within(
        Duration.ofMinutes(3),
        "an answer to " + path,
        () -> {
          answer.set(caller.get(path, token));
          return answer.get().status() < 500;
        });
    int status = answer.get().status();
    if (status != 200 && status != 403 && status != 404) {
      throw new AssertionError("status: " + status + " (expected: 200, 403 or 404) of " + path);
    }
    return answer.get();
  }
}
