package net.sociallook.registry.fhir;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.object;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a search. It says no total, which would count what another page may not show any more.
 *
 * @param type of the resources that are searched
 * @param asked the parameters of the search
 */
public record Searchset(String type, List<Parameter> asked) {
  /** The parameter with which a page begins behind the one before. */
  public static final String AFTER = "_after";

  /** One parameter of a search. */
  public record Parameter(String name, String value) {
    String encoded() {
      return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }

  /** One resource that was found, under its address. */
  public record Entry(String fullUrl, ObjectNode resource) {}

  /**
   * @param asked every parameter is given once
   */
  public static Searchset of(String type, Map<String, List<String>> asked) {
    return new Searchset(
        type,
        asked.entrySet().stream()
            .map(one -> new Parameter(one.getKey(), one.getValue().getFirst()))
            .toList());
  }

  /**
   * @param next what the next page comes after; empty after the last
   */
  public ObjectNode bundle(List<Entry> found, Optional<String> next) {
    ArrayNode entries = array();
    for (Entry one : found) {
      entries.add(
          object()
              .put("fullUrl", one.fullUrl())
              .set("resource", one.resource())
              .set("search", object().put("mode", "match")));
    }
    ObjectNode bundle =
        object().put("resourceType", "Bundle").put("type", "searchset").set("link", links(next));
    // FHIR JSON has no empty arrays.
    return entries.isEmpty() ? bundle : bundle.set("entry", entries);
  }

  private ArrayNode links(Optional<String> next) {
    ArrayNode links = array(link("self", asked.stream()));
    next.map(after -> new Parameter(AFTER, after))
        .map(after ->
            Stream.concat(
                asked.stream().filter(one -> !one.name().equals(AFTER)), Stream.of(after)))
        .ifPresent(parameters -> links.add(link("next", parameters)));
    return links;
  }

  private ObjectNode link(String relation, Stream<Parameter> parameters) {
    String query = parameters.map(Parameter::encoded).collect(Collectors.joining("&"));
    return object()
        .put("relation", relation)
        .put("url", query.isEmpty() ? type : type + "?" + query);
  }
}
