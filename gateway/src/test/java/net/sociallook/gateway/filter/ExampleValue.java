package net.sociallook.gateway.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One simple value of a resource.
 *
 * @param path without indexes: {@code Goal.target.dueDate}
 * @param raw a text without its escapes, anything else as it is written
 */
record ExampleValue(String path, String raw) {
  private static final JsonFactory JSON = new JsonFactory();

  /** All of them, in their order. */
  static List<ExampleValue> of(String json) {
    List<ExampleValue> all = new ArrayList<>();
    Deque<String> names = new ArrayDeque<>();
    String type = json.replaceFirst("(?s).*?\"resourceType\":\"([A-Za-z]+)\".*", "$1");
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> names.addLast(parser.currentName());
          case END_OBJECT -> leave(parser, names);
          case START_OBJECT, START_ARRAY -> {}
          case END_ARRAY -> names.removeLast();
          default -> {
            all.add(new ExampleValue(type + "." + String.join(".", names), parser.getString()));
            leave(parser, names);
          }
        }
      }
    }
    return all;
  }

  /** A value in a list leaves the list's name. */
  private static void leave(JsonParser parser, Deque<String> names) {
    if (!parser.streamReadContext().inArray() && !names.isEmpty()) {
      names.removeLast();
    }
  }

  boolean isAllowed() {
    return Leaves.isAllowed(path);
  }
}
