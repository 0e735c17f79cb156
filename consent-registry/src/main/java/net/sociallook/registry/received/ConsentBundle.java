package net.sociallook.registry.received;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.object;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a search. It says no total, which would count what another page may not show any more.
 *
 * @param asked the parameters of the search
 */
record ConsentBundle(FhirConsents consents, List<Parameter> asked) {

  record Parameter(String name, String value) {
    String encoded() {
      return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }

  ObjectNode of(ReceivedGrants.Page page) {
    ArrayNode entries = array();
    for (ReceivedGrant grant : page.grants()) {
      entries.add(
          object()
              .put("fullUrl", "urn:uuid:" + grant.id())
              .set("resource", consents.of(grant))
              .set("search", object().put("mode", "match")));
    }
    ObjectNode bundle =
        object()
            .put("resourceType", "Bundle")
            .put("type", "searchset")
            .set("link", links(page.next()));
    // FHIR JSON has no empty arrays.
    return entries.isEmpty() ? bundle : bundle.set("entry", entries);
  }

  private ArrayNode links(Optional<UUID> next) {
    ArrayNode links = array(link("self", asked.stream()));
    next.map(id -> new Parameter("_after", id.toString()))
        .map(after ->
            Stream.concat(
                asked.stream().filter(one -> !one.name().equals("_after")), Stream.of(after)))
        .ifPresent(parameters -> links.add(link("next", parameters)));
    return links;
  }

  private static ObjectNode link(String relation, Stream<Parameter> parameters) {
    String query = parameters.map(Parameter::encoded).collect(Collectors.joining("&"));
    return object()
        .put("relation", relation)
        .put("url", query.isEmpty() ? "Consent" : "Consent?" + query);
  }
}
