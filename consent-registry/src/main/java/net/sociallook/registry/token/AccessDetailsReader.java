package net.sociallook.registry.token;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the parameter {@code authorization_details}: an array of exactly one object with the
 * members of {@link AccessDetails} and no other. What is not understood is refused.
 */
public final class AccessDetailsReader {
  private static final Set<String> MEMBERS =
      Set.of("type", "patient", "holder", "actions", "purpose", "requester", "grant");
  private static final Pattern PATIENT = Pattern.compile("(?:Patient/)?([0-9a-f]{32})");
  private static final Pattern HOLDER = Pattern.compile("(?:Organization/)?([a-z0-9-]{3,64})");
  private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern REQUESTER = Pattern.compile("[a-z0-9-]{2,64}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int DEEPEST = 4;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private AccessDetailsReader() {}

  /**
   * @throws MalformedDetails if the text is not such an array; its message never repeats a value of
   *     the request
   */
  public static AccessDetails read(String authorizationDetails) {
    JsonNode details = parse(authorizationDetails);
    if (!details.isArray() || details.size() != 1 || !details.get(0).isObject()) {
      throw new MalformedDetails("authorization_details (expected: an array of one object)");
    }
    JsonNode asked = details.get(0);
    if (!MEMBERS.containsAll(asked.propertyNames())) {
      throw new MalformedDetails(
          "authorization_details: unknown member (expected: only "
              + String.join(", ", MEMBERS.stream().sorted().toList())
              + ")");
    }
    if (!AccessDetails.TYPE.equals(text(asked, "type"))) {
      throw new MalformedDetails("type (expected: " + AccessDetails.TYPE + ")");
    }
    return new AccessDetails(
        match(PATIENT, asked, "patient"),
        new InstitutionId(match(HOLDER, asked, "holder")),
        actions(asked),
        match(PURPOSE, asked, "purpose"),
        new CaseworkerId(match(REQUESTER, asked, "requester")),
        asked.has("grant")
            ? Optional.of(new GrantId(match(UUID, asked, "grant")))
            : Optional.empty());
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException notJson) {
      throw new MalformedDetails("authorization_details (expected: JSON)");
    }
  }

  private static Set<Permission> actions(JsonNode asked) {
    Set<Permission> actions = EnumSet.noneOf(Permission.class);
    if (!asked.has("actions")) {
      return actions;
    }
    JsonNode named = asked.get("actions");
    for (JsonNode action : named) {
      if (!action.isString() || !actions.add(permission(action.stringValue()))) {
        throw new MalformedDetails("actions (expected: each permission once)");
      }
    }
    if (!named.isArray() || actions.isEmpty()) {
      throw new MalformedDetails("actions (expected: an array of permissions)");
    }
    return actions;
  }

  private static Permission permission(String code) {
    try {
      return Permission.ofCode(code);
    } catch (IllegalArgumentException unknown) {
      throw new MalformedDetails("actions: unknown permission (expected: one of openapi/)");
    }
  }

  private static String match(Pattern form, JsonNode asked, String member) {
    var matcher = form.matcher(text(asked, member));
    if (!matcher.matches()) {
      throw new MalformedDetails(member + " (expected: " + form.pattern() + ")");
    }
    return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
  }

  private static String text(JsonNode asked, String member) {
    JsonNode value = asked.path(member);
    if (!value.isString()) {
      throw new MalformedDetails(member + " (expected: a text)");
    }
    return value.stringValue();
  }
}
