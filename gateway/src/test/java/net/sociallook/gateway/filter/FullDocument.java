package net.sociallook.gateway.filter;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A resource in which every element that R4 knows is filled, each text with a canary that names its
 * own path: {@code <<DocumentReference.content.attachment.title>>}.
 */
final class FullDocument {
  static final FhirContext R4 = FhirContext.forR4Cached();

  private static final Set<String> NEVER = Set.of("modifierExtension", "contained");
  private static final int DEEPEST = 5;

  /** Filled otherwise by the test, or such that the whole resource would be withheld. */
  private final Set<String> leftOut;

  private final Map<String, String> given;
  private final Set<String> paths = new TreeSet<>();

  /**
   * @param given JSON of elements that must have a meaning, by path
   */
  FullDocument(Map<String, String> given, Set<String> leftOut) {
    this.given = given;
    this.leftOut = leftOut;
  }

  String json(String type) {
    return object(R4.getResourceDefinition(type), type, 0)
        .replaceFirst("\\{", "{\"resourceType\":\"" + type + "\",");
  }

  /** Of all elements that {@link #json} has written. */
  Set<String> paths() {
    return paths;
  }

  private String object(BaseRuntimeElementCompositeDefinition<?> of, String path, int depth) {
    List<String> members = new ArrayList<>();
    for (BaseRuntimeChildDefinition child : of.getChildren()) {
      for (String name : child.getValidChildNames()) {
        member(child, name, path + "." + name, depth, members);
      }
    }
    return members.stream().distinct().collect(Collectors.joining(",", "{", "}"));
  }

  private void member(
      BaseRuntimeChildDefinition child, String name, String path, int depth, List<String> to) {
    boolean deep = name.equals("extension") && depth > 1;
    if (leftOut.contains(path) || deep || NEVER.contains(name)) {
      return;
    }
    BaseRuntimeElementDefinition<?> type = child.getChildByName(name);
    String value =
        given.containsKey(path) ? given.get(path) : value(child, type, new Place(path, depth));
    if (value.isEmpty()) {
      return;
    }
    paths.add(path);
    to.add("\"" + name + "\":" + (child.getMax() == 1 ? value : "[" + value + "]"));
    if (!(type instanceof BaseRuntimeElementCompositeDefinition) && child.getMax() == 1) {
      to.add("\"_" + name + "\":{\"id\":\"<<" + path + "._>>\"}");
    }
  }

  private record Place(String path, int depth) {}

  /** Of a code that R4 binds to a list, the first of the list. */
  private String value(
      BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> type, Place place) {
    return child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition bound
        ? "\"" + codes(bound).getFirst() + "\""
        : value(type, place.path(), place.depth());
  }

  /** All codes that R4 knows for an element, in its order. */
  static List<String> codes(RuntimeChildPrimitiveEnumerationDatatypeDefinition bound) {
    return Stream.of(bound.getBoundEnumType().getEnumConstants())
        .filter(one -> !one.name().equals("NULL"))
        .map(FullDocument::code)
        .toList();
  }

  private static String code(Enum<?> constant) {
    try {
      return (String) constant.getClass().getMethod("toCode").invoke(constant);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String value(BaseRuntimeElementDefinition<?> type, String path, int depth) {
    if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
      boolean again = path.contains("xtension.") || path.contains("assigner.");
      return depth == DEEPEST || again ? "" : object(composite, path, depth + 1);
    }
    return switch (type.getName()) {
      case "boolean" -> "true";
      case "integer", "unsignedInt", "positiveInt" -> "7";
      case "decimal" -> "7.00";
      case "instant", "dateTime" -> "\"2026-10-02T09:15:00Z\"";
      case "date" -> "\"2026-10-02\"";
      case "time" -> "\"09:15:00\"";
      case "uri" -> "\"urn:x:<<" + path + ">>\"";
      default -> "\"<<" + path + ">>\"";
    };
  }
}
