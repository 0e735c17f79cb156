package net.sociallook.registry.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The query of a request. Nothing in it is ignored: a parameter is known and given once, or the
 * request is refused.
 */
public final class Parameters {
  private static final int MOST = 200;

  private final Map<String, List<String>> given;

  private Parameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /**
   * @throws Refused if one is not known, or is given twice
   */
  public static Parameters of(Map<String, List<String>> given, Set<String> known) {
    boolean sound =
        given.entrySet().stream()
            .allMatch(one -> known.contains(one.getKey()) && one.getValue().size() == 1);
    if (!sound) {
      throw new Refused(
          Problem.MALFORMED,
          "parameter: unknown, or twice (expected: each at most once, of "
              + known.stream().sorted().toList()
              + ")");
    }
    return new Parameters(given);
  }

  /**
   * @throws Refused if it is blank
   */
  public Optional<String> text(String name) {
    Optional<String> value = Optional.ofNullable(given.get(name)).map(List::getFirst);
    if (value.filter(String::isBlank).isPresent()) {
      throw new Refused(Problem.MALFORMED, name + ": blank (expected: a value)");
    }
    return value;
  }

  /**
   * @throws Refused if it is no UUID
   */
  public Optional<UUID> uuid(String name) {
    try {
      return text(name).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED, name + ": no id (expected: a UUID)");
    }
  }

  /**
   * How many at most on a page; 50 where it is not given.
   *
   * @throws Refused if it is not between 1 and 200
   */
  public int count(String name) {
    try {
      int count = text(name).map(Integer::parseInt).orElse(50);
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // as a number out of range
    }
    throw new Refused(Problem.MALFORMED, name + ": out of range (expected: 1 to " + MOST + ")");
  }
}
