package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as documentation shows it. Ids, numbers and times are examples; {@code …} stands for
 * anything: in a text, for the rest of an array, as a member for all members that are not shown.
 * Everything else must be as shown.
 */
sealed interface Shown {
  String ANYTHING = "…";

  /**
   * @throws AssertionError if the answer has another shape
   */
  void compare(String answer);

  static Shown of(String text) {
    return text.stripLeading().startsWith("{")
        ? new Json(JsonMapper.shared().readTree(text))
        : new Text(text);
  }

  record Text(String text) implements Shown {
    @Override
    public void compare(String answer) {
      assertTrue(isLike(text.strip(), answer.strip()), "shown: " + text + "came: " + answer);
    }
  }

  record Json(JsonNode node) implements Shown {
    @Override
    public void compare(String answer) {
      compare("", node, JsonMapper.shared().readTree(answer));
    }

    private static void compare(String at, JsonNode shown, JsonNode came) {
      assertEquals(shown.getNodeType(), came.getNodeType(), at);
      switch (shown.getNodeType()) {
        case OBJECT -> compareMembers(at, shown, came);
        case ARRAY -> compareItems(at, shown, came);
        case STRING ->
            assertTrue(
                isLike(shown.asString(), came.asString()),
                at + ": " + came + " (shown: " + shown + ")");
        case NUMBER -> {}
        default -> assertEquals(shown, came, at);
      }
    }

    private static void compareMembers(String at, JsonNode shown, JsonNode came) {
      Set<String> names = new HashSet<>(shown.propertyNames());
      if (!names.remove(ANYTHING)) {
        assertEquals(names, new HashSet<>(came.propertyNames()), at);
      }
      for (String name : names) {
        assertTrue(came.has(name), at + "/" + name + ": missing");
        compare(at + "/" + name, shown.get(name), came.get(name));
      }
    }

    private static void compareItems(String at, JsonNode shown, JsonNode came) {
      int items = shown.size();
      boolean open = items > 0 && shown.get(items - 1).asString("").equals(ANYTHING);
      int fixed = open ? items - 1 : items;
      assertTrue(open ? came.size() >= fixed : came.size() == fixed, at + ": " + came);
      for (int i = 0; i < fixed; i++) {
        compare(at + "/" + i, shown.get(i), came.get(i));
      }
    }
  }

  private static boolean isLike(String shown, String came) {
    String pattern = Pattern.quote(masked(shown)).replace(ANYTHING, "\\E.*\\Q");
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(masked(came)).matches();
  }

  private static String masked(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>")
        .replaceAll("\\b[0-9a-f]{32}\\b", "<pseudonym>")
        .replaceAll("[0-9]+", "#");
  }
}
