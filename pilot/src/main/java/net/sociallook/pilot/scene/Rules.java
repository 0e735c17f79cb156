package net.sociallook.pilot.scene;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Of what was answered, what must hold. */
final class Rules {
  private Rules() {}

  /** There are some. */
  static BiPredicate<List<JsonNode>, Memory> some() {
    return (resources, memory) -> !resources.isEmpty();
  }

  /** There are some, and each is like this. */
  static BiPredicate<List<JsonNode>, Memory> each(Predicate<JsonNode> fact) {
    return (resources, memory) -> !resources.isEmpty() && resources.stream().allMatch(fact);
  }

  /** At least one is like this. */
  static BiPredicate<List<JsonNode>, Memory> any(Predicate<JsonNode> fact) {
    return (resources, memory) -> resources.stream().anyMatch(fact);
  }

  /** None at all. */
  static BiPredicate<List<JsonNode>, Memory> nothing() {
    return (resources, memory) -> resources.isEmpty();
  }

  /** The same ones as were seen under a name. */
  static BiPredicate<List<JsonNode>, Memory> sameAs(String name) {
    return (resources, memory) ->
        !resources.isEmpty()
            && Set.copyOf(Memory.ids(resources)).equals(Set.copyOf(memory.ids(name)));
  }

  /** All that were seen under a name, and others. */
  static BiPredicate<List<JsonNode>, Memory> moreThan(String name) {
    return (resources, memory) -> {
      List<String> ids = Memory.ids(resources);
      return ids.containsAll(memory.ids(name)) && ids.size() > memory.ids(name).size();
    };
  }

  /** None of those that were seen under a name. */
  static BiPredicate<List<JsonNode>, Memory> noneOf(String name) {
    return (resources, memory) -> {
      Set<String> shared = new HashSet<>(Memory.ids(resources));
      shared.retainAll(memory.ids(name));
      return shared.isEmpty();
    };
  }

  /** The one with this id alone; the text is filled from the memory. */
  static BiPredicate<List<JsonNode>, Memory> only(String id) {
    return (resources, memory) -> Memory.ids(resources).equals(List.of(memory.fill(id)));
  }

  /** Has a security label with this code. */
  static Predicate<JsonNode> labelled(String code) {
    return resource ->
        Stream.concat(
                resource.path("meta").path("security").values().stream(),
                resource.path("securityLabel").values().stream()
                    .flatMap(label -> label.path("coding").values().stream()))
            .anyMatch(label -> label.path("code").asString("").equals(code));
  }

  static Predicate<JsonNode> has(String element) {
    return resource -> resource.has(element);
  }

  static Predicate<JsonNode> is(String element, String value) {
    return resource -> resource.path(element).asString("").equals(value);
  }

  /** Begins in the future. */
  static Predicate<JsonNode> comes() {
    return resource -> {
      String start = resource.path("start").asString("");
      return !start.isEmpty() && OffsetDateTime.parse(start).toInstant().isAfter(Instant.now());
    };
  }

  /** Sent or received by an institution. */
  static Predicate<JsonNode> involves(String institution) {
    return message ->
        Stream.concat(
                Stream.of(message.path("sender")), message.path("recipient").values().stream())
            .anyMatch(party ->
                party.path("reference").asString("").equals("Organization/" + institution));
  }
}
