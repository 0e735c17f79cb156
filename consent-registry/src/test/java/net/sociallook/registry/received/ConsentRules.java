package net.sociallook.registry.received;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The rules of IHE PCF (consentAdvanced) and of our profile of it, written down a second time and
 * by hand, so that what writes Consents does not check itself.
 */
final class ConsentRules {
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final Set<String> ACTIONS =
      Set.of("collect", "access", "use", "disclose", "correct");

  private final List<String> broken = new ArrayList<>();

  private ConsentRules() {}

  /** The rules that this Consent breaks; empty when it is right. */
  static List<String> brokenBy(JsonNode consent) {
    ConsentRules rules = new ConsentRules();
    rules.whole(consent);
    rules.root(consent.path("provision"));
    for (JsonNode nested : consent.path("provision").path("provision")) {
      rules.nested(nested);
    }
    return rules.broken;
  }

  private void whole(JsonNode consent) {
    rule("status", Set.of("active", "inactive").contains(consent.path("status").asString()));
    rule(
        "scope",
        coded(consent.path("scope").path("coding").path(0), "consentscope", "patient-privacy"));
    rule("category", !consent.path("category").isEmpty());
    rule("patient", consent.path("patient").path("reference").asString().startsWith("Patient/"));
    rule("dateTime", isTime(consent.path("dateTime")));
    rule("performer", !consent.path("performer").isEmpty());
    rule("organization", !consent.path("organization").isEmpty());
    rule("source", consent.has("sourceReference") != consent.has("sourceAttachment"));
    rule("policy", consent.path("policy").size() == 1 && consent.path("policy").path(0).has("uri"));
    rule("verification", !consent.has("verification"));
  }

  private void root(JsonNode root) {
    rule("root type", root.path("type").asString().equals("deny"));
    rule("root actor", actor(root));
    rule("root bare", !root.has("action") && !root.has("class") && !root.has("code"));
  }

  private void nested(JsonNode rule) {
    rule("type", rule.path("type").asString().equals("permit"));
    JsonNode period = rule.path("period");
    rule("period", isTime(period.path("start")) && isTime(period.path("end")));
    rule("actor", actor(rule));
    rule(
        "purpose",
        rule.path("purpose").size() == 1
            && coded(rule.path("purpose").path(0), "v3-ActReason", "COC"));
    rule("action", rule.path("action").size() == 1 && action(rule.path("action").path(0)));
    rule("class", !rule.path("class").isEmpty());
    rule(
        "data",
        rule.path("data").size() == 1
            && rule.path("data").path(0).path("meaning").asString().equals("authoredby")
            && organization(rule.path("data").path(0)));
    JsonNode labels = rule.path("securityLabel");
    rule(
        "securityLabel",
        labels.size() == 1
            && labels.path(0).path("system").asString().equals(TERMINOLOGY + "v3-Confidentiality"));
    rule("two levels", !rule.has("provision"));
  }

  private static boolean actor(JsonNode rule) {
    JsonNode actor = rule.path("actor").path(0);
    String target = actor.path("reference").path("reference").asString();
    return rule.path("actor").size() == 1
        && coded(actor.path("role").path("coding").path(0), "v3-ParticipationType", "IRCP")
        && (target.startsWith("Organization/") || target.startsWith("PractitionerRole/"));
  }

  private static boolean organization(JsonNode holder) {
    return holder.path("reference").path("reference").asString().startsWith("Organization/");
  }

  private static boolean action(JsonNode action) {
    JsonNode codings = action.path("coding");
    return codings.size() == 2
        && codings.path(0).path("system").asString().equals(TERMINOLOGY + "consentaction")
        && ACTIONS.contains(codings.path(0).path("code").asString())
        && codings
            .path(1)
            .path("system")
            .asString()
            .equals("https://sociallook.net/fhir/CodeSystem/permission");
  }

  private static boolean coded(JsonNode coding, String system, String code) {
    return coding.path("system").asString().equals(TERMINOLOGY + system)
        && coding.path("code").asString().equals(code);
  }

  private static boolean isTime(JsonNode value) {
    try {
      OffsetDateTime.parse(value.asString());
      return true;
    } catch (java.time.DateTimeException e) {
      return false;
    }
  }

  private void rule(String name, boolean kept) {
    if (!kept) {
      broken.add(name);
    }
  }
}
