package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows. */
public final class Fields {
  private Fields() {}

  /**
   * @param pairs names and values in turn; a value that is null stands there as the empty text, as
   *     the case system likes it
   */
  public static ObjectNode of(@Nullable Object... pairs) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      row.set(String.valueOf(pairs[i]), value(pairs[i + 1]));
    }
    return row;
  }

  private static JsonNode value(@Nullable Object value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (value) {
      case null -> make.textNode("");
      case JsonNode node -> node;
      case Long number -> make.numberNode(number);
      case List<?> list -> {
        var array = make.arrayNode();
        list.forEach(element -> array.add(value(element)));
        yield array;
      }
      default -> make.textNode(String.valueOf(value));
    };
  }
}
