package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sociallook.consent.ResourceType;

/** All simple values that the allow-list lets pass; of a data type, those of its first use. */
final class Leaves {
  /**
   * @param odd values that are, or look like, none of its type
   */
  record Place(String path, List<String> odd) {}

  private static final List<String> ODD_TIMES =
      List.of(
          "\"2026\"",
          "\"2026-13\"",
          "\"2026-02-30\"",
          "\"2026-10-02\"",
          "\"2026-10-02T09:15:00\"",
          "\"2026-10-02T24:00:00Z\"",
          "\"2026-10-02T09:15:00+14:30\"",
          "\"9999-12-31T23:59:59.999999Z\"",
          "\"----\"");
  private static final List<String> ODD_NUMBERS =
      List.of("-1", "-0", "0", "1.5", "1e2", "99999999999", "\"1\"");
  private static final List<String> ODD_TEXTS =
      List.of("\"\"", "\" \"", "\" a\"", "\"a  b\"", "\"\\u0007\"", "1", "{}");

  private static final Set<String> SPECIAL =
      Set.of(
          "client", "client-or", "reference", "party", "label", "hides", "refuses", "own-binary");
  private static final Map<String, List<String[]>> BLOCKS = blocks();

  private Leaves() {}

  private static Map<String, List<String[]>> blocks() {
    Map<String, List<String[]>> blocks = new HashMap<>();
    for (String block : AllowListTest.text().replaceAll("(?m)^#.*\n", "").strip().split("\n\n")) {
      List<String[]> lines =
          block
              .lines()
              .filter(line -> !line.startsWith("  rule "))
              .map(line -> line.strip().split("\\s+"))
              .toList();
      blocks.put(lines.getFirst()[1], lines.subList(1, lines.size()));
    }
    return blocks;
  }

  static List<Place> of(ResourceType type) {
    List<Place> leaves = new ArrayList<>();
    add(type.code(), type.code(), leaves, new HashSet<>());
    return leaves;
  }

  private static void add(String type, String path, List<Place> to, Set<String> seen) {
    for (String[] line : BLOCKS.get(type)) {
      String name = path + "." + line[0].replaceAll("[\\[\\]!]", "");
      if (BLOCKS.containsKey(line[1])) {
        if (line[1].contains(".") || seen.add(line[1])) {
          add(line[1], name, to, seen);
        }
      } else if (!SPECIAL.contains(line[1])) {
        to.add(new Place(name, odd(line[1])));
      }
    }
  }

  private static List<String> odd(String type) {
    return switch (type) {
      case "date", "dateTime", "instant" -> ODD_TIMES;
      case "integer", "unsignedInt", "positiveInt" -> ODD_NUMBERS;
      case "decimal" -> List.of("5e3", "1.00", "-0.0", "\"1\"");
      case "boolean" -> List.of("\"true\"", "0", "null");
      case "base64Binary" -> List.of("\"AAA=A\"", "\"====\"", "\"AAA\"", "\"A===\"");
      case "id" -> List.of("\"\"", "\"a_b\"", "\"" + "a".repeat(65) + "\"");
      case "uri" ->
          List.of("\"\"", "\"a b\"", "\"relativ\"", "\"urn:oid:9.1\"", "\"urn:uuid:x\"", "\":\"");
      case "code" -> List.of("\"\"", "\" a\"", "\"a  b\"", "\"a\\tb\"", "\"unbekannt\"");
      default -> ODD_TEXTS;
    };
  }

  /** Whether the list names this value, or the reference that it is of. */
  static boolean isAllowed(String path) {
    String[] names = path.split("\\.");
    if (names.length == 2 && List.of("resourceType", "id").contains(names[1])) {
      return true;
    }
    String block = names[1].equals("meta") ? "Meta" : names[0];
    for (int i = names[1].equals("meta") ? 2 : 1; i < names.length; i++) {
      String shape = shape(block, names[i]);
      boolean last = i == names.length - 1;
      switch (shape) {
        case "", "label", "hides", "refuses" -> {
          return false;
        }
        case "client" -> {
          return !last && names[i + 1].equals("reference");
        }
        case "reference", "party", "client-or" -> {
          return !last
              && List.of("reference", "display").contains(names[i + 1])
              && i + 2 == names.length;
        }
        default -> {
          if (!BLOCKS.containsKey(shape)) {
            return last;
          }
          block = shape;
        }
      }
    }
    return false;
  }

  /** Empty if it is not in the list. */
  private static String shape(String block, String name) {
    return BLOCKS.get(block).stream()
        .filter(line -> line[0].replaceAll("[\\[\\]!]", "").equals(name))
        .map(line -> line[1])
        .findFirst()
        .orElse("");
  }

  /** The types that a reference or party may be of; empty if the element is none. */
  static List<String> referenced(String block, String name) {
    return BLOCKS.get(block).stream()
        .filter(line -> line[0].replaceAll("[\\[\\]!]", "").equals(name))
        .filter(line -> List.of("reference", "party", "client-or").contains(line[1]))
        .flatMap(line -> List.of(line).subList(2, line.length).stream())
        .filter(type -> !type.equals("Patient"))
        .toList();
  }
}
