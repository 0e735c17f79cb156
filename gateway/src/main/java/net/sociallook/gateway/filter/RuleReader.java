package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the rules of an object in an allow-list; the form is explained at its top. */
final class RuleReader {
  static final String BEGIN = "rule ";

  /** All that the object may have, and of it what this list has. */
  private final List<String> known;

  private final List<String> present;

  RuleReader(List<String> known, List<String> present) {
    this.known = List.copyOf(known);
    this.present = List.copyOf(present);
  }

  /**
   * @throws IllegalArgumentException if it is not of the form, or names what the object has not
   */
  Rule read(String line) {
    List<String> words = new ArrayList<>(Arrays.asList(line.split("\\s+")));
    words.removeFirst();
    if (words.size() == 2 && words.getFirst().equals("absolute")) {
      return new Rule.Absolute(name(words.get(1)));
    }
    if (words.size() < 3) {
      throw malformed(line);
    }
    List<String> rest = words.subList(2, words.size());
    return switch (words.getFirst()) {
      case "one" -> new Rule.One(bits(words.subList(1, words.size())));
      case "order" -> new Rule.Order(name(words.get(1)), name(words.get(2)));
      case "needs" -> new Rule.Needs(bit(words.get(1)), bits(rest));
      case "always" -> new Rule.Unless(bit(words.get(1)), true, Set.copyOf(rest));
      case "never" -> new Rule.Unless(bit(words.get(1)), false, Set.copyOf(rest));
      default -> throw malformed(line);
    };
  }

  private Name name(String name) {
    bit(name);
    return Name.of(name);
  }

  private long bits(List<String> names) {
    return names.stream().mapToLong(this::bit).reduce(0, (one, other) -> one | other);
  }

  /** None for one that is not released to this recipient. */
  private long bit(String name) {
    if (!known.contains(name)) {
      throw malformed(name);
    }
    int index = present.indexOf(name);
    return index < 0 ? 0 : 1L << index;
  }

  private static IllegalArgumentException malformed(String where) {
    return new IllegalArgumentException(
        "allow-list: rule: " + where + " (expected: of the form explained at its top)");
  }
}
