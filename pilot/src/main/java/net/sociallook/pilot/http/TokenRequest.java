package net.sociallook.pilot.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an institution asks a consent token for.
 *
 * @param patient the institution's own pseudonym of the client
 * @param actions codes of permissions; empty: all that is granted
 * @param requester directory id of the caseworker
 */
public record TokenRequest(String patient, String holder, List<String> actions, String requester) {
  private static final String TYPE = "https://sociallook.net/rar/consent-access/v1";

  /**
   * Asks the registry, whatever it answers.
   *
   * @param institution whose certificate the endpoint shows
   */
  public Answer send(Endpoint registry, String institution) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", institution);
    form.put("authorization_details", JsonMapper.shared().writeValueAsString(List.of(details())));
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return registry.send(
        registry
            .request("/oauth2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("type", TYPE);
    details.put("patient", patient);
    details.put("holder", holder);
    if (!actions.isEmpty()) {
      details.put("actions", actions);
    }
    details.put("purpose", "COC");
    details.put("requester", requester);
    return details;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
