package net.sociallook.pilot.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was seen so far in a walkthrough, by name. */
public final class Memory {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z -]+)(?:#([0-9]+))?}");

  private final Map<String, List<JsonNode>> seen = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  public void keep(String name, List<JsonNode> resources) {
    seen.put(name, List.copyOf(resources));
  }

  /** Lets a word stand for a value. */
  public void keep(String word, String value) {
    words.put(word, value);
  }

  /** What was seen under a name; nothing if there is no such name. */
  public List<JsonNode> seen(String name) {
    return seen.getOrDefault(name, List.of());
  }

  /**
   * @param name of what was seen; {@code a without b}: what was seen as a and not as b
   */
  public List<String> ids(String name) {
    String[] names = name.split(" without ", 2);
    List<String> ids = new ArrayList<>(ids(seen(names[0])));
    if (names.length == 2) {
      ids.removeAll(ids(seen(names[1])));
    }
    return List.copyOf(ids);
  }

  static List<String> ids(List<JsonNode> resources) {
    return resources.stream().map(resource -> resource.path("id").asString("")).toList();
  }

  /**
   * A text with its places filled: <code>{word}</code>, or <code>{name#2}</code> for the id of the
   * second resource that was seen under a name. What is not known becomes {@code unknown}.
   */
  public String fill(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), place.group(2))));
  }

  private String value(String name, @Nullable String number) {
    if (number == null) {
      return words.getOrDefault(name, "unknown");
    }
    List<String> ids = ids(name);
    int index = Integer.parseInt(number) - 1;
    return index < ids.size() ? ids.get(index) : "unknown";
  }
}
