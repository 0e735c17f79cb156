package net.sociallook.gateway.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object, each taken once by its name and kind; {@link #end} refuses what was
 * not taken. Every refusal is an {@link IllegalArgumentException} that names the member and holds
 * nothing of its value.
 */
public final class Members {
  private final String name;
  private final JsonNode node;
  private final Set<String> taken = new HashSet<>();

  private Members(String name, JsonNode node) {
    this.name = name;
    this.node = node;
  }

  static Members of(String name, @Nullable JsonNode node) {
    if (node == null || !node.isObject()) {
      throw new IllegalArgumentException(name + ": not an object (expected: one)");
    }
    return new Members(name, node);
  }

  public String text(String member) {
    return optionalText(member).orElseThrow(() -> wrong(member, "a string"));
  }

  /** Empty where the member is absent or null. */
  public Optional<String> optionalText(String member) {
    JsonNode value = take(member);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(textOf(member, value));
  }

  /** A whole number within the range of {@code long}. */
  public long integer(String member) {
    JsonNode value = take(member);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(member, "a whole number");
    }
    return value.asLong();
  }

  public boolean flag(String member) {
    JsonNode value = take(member);
    if (value == null || !value.isBoolean()) {
      throw wrong(member, "true or false");
    }
    return value.asBoolean();
  }

  public boolean has(String member) {
    return node.has(member);
  }

  public Members object(String member) {
    return of(name + "." + member, take(member));
  }

  public List<Members> objects(String member) {
    List<Members> all = new ArrayList<>();
    for (JsonNode element : array(member)) {
      all.add(of(name + "." + member, element));
    }
    return all;
  }

  public List<String> texts(String member) {
    List<String> all = new ArrayList<>();
    for (JsonNode element : array(member)) {
      all.add(textOf(member, element));
    }
    return all;
  }

  /** Takes all members, each of which must be a string. */
  public Map<String, String> allTexts() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      taken.add(entry.getKey());
      all.put(entry.getKey(), textOf(entry.getKey(), entry.getValue()));
    }
    return all;
  }

  /** The member as JSON text, whatever it is; for a reader of its own kind. */
  public String json(String member) {
    JsonNode value = take(member);
    if (value == null) {
      throw wrong(member, "a value");
    }
    return value.toString();
  }

  /** Ends the reading: a member that nobody asked for is refused. */
  public void end() {
    for (String member : node.propertyNames()) {
      if (!taken.contains(member)) {
        throw new IllegalArgumentException(name + ": an unknown member (expected: " + taken + ")");
      }
    }
  }

  private JsonNode array(String member) {
    JsonNode value = take(member);
    if (value == null || !value.isArray()) {
      throw wrong(member, "an array");
    }
    return value;
  }

  private @Nullable JsonNode take(String member) {
    taken.add(member);
    return node.get(member);
  }

  private String textOf(String member, JsonNode value) {
    if (!value.isString()) {
      throw wrong(member, "a string");
    }
    return value.asString();
  }

  private IllegalArgumentException wrong(String member, String expected) {
    return new IllegalArgumentException(
        name + "." + member + ": missing or wrong (expected: " + expected + ")");
  }
}
