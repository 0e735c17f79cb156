package net.sociallook.registry.token.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.registry.token.key.KeyStanding;
import net.sociallook.registry.token.key.Rotation;
import net.sociallook.registry.token.key.SigningKeys;
import net.sociallook.registry.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * The operator's sight of the signing keys, on the management port. A rotation takes a JSON body,
 * which no page of a foreign site can make a browser send there.
 */
@Component
@Endpoint(id = "keys")
class KeysEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(KeysEndpoint.class);
  private static final String ROTATIONS = "rotations";

  private final SigningKeys keys;

  KeysEndpoint(SigningKeys keys) {
    this.keys = keys;
  }

  @ReadOperation(produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> list() {
    return Map.of("keys", keys.standings().stream().map(KeysEndpoint::view).toList());
  }

  /**
   * {@code POST /keys/rotations} with {@code {"replacing": "<kid that signs now>"}}.
   *
   * @param replacing guards against rotating twice when an answer was lost
   */
  @WriteOperation(
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  WebEndpointResponse<Object> rotate(@Selector String what, String replacing) {
    return what.equals(ROTATIONS)
        ? answer(keys.rotate(replacing))
        : refusal(Problem.NOT_FOUND, "There is no other call (expected: POST /keys/rotations)");
  }

  private static WebEndpointResponse<Object> answer(Rotation rotation) {
    return switch (rotation) {
      case Rotation.Done done -> done(done);
      case Rotation.TooSoon soon ->
          refusal(
              Problem.TOO_SOON,
              "next key: not yet known to all (expected: from " + soon.possibleFrom() + ")");
      case Rotation.OtherCurrent other ->
          refusal(Problem.OTHER_KEY, "replacing: another key (expected: the one that signs now)");
      case Rotation.KeysFromFiles files ->
          refusal(
              Problem.KEYS_FROM_FILES,
              "sociallook.registry.token.signing-keys: set (expected: the registry's own keys)");
    };
  }

  private static WebEndpointResponse<Object> done(Rotation.Done done) {
    LOG.info(
        "Signing keys rotated: {} signs, {} is published until {}",
        done.kid(),
        done.retired(),
        done.retiredUntil());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kid", done.kid());
    body.put("next", done.next());
    body.put("retired", done.retired());
    body.put("retiredUntil", done.retiredUntil().toString());
    return new WebEndpointResponse<>(body, 201, MediaType.APPLICATION_JSON);
  }

  private static WebEndpointResponse<Object> refusal(Problem problem, String detail) {
    ProblemDetail body = problem.body();
    body.setDetail(detail);
    return new WebEndpointResponse<>(
        body, problem.status().value(), MediaType.APPLICATION_PROBLEM_JSON);
  }

  private static Map<String, Object> view(KeyStanding key) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kid", key.kid());
    view.put("state", key.state().code());
    key.publishedUntil().ifPresent(until -> view.put("publishedUntil", until.toString()));
    return view;
  }
}
