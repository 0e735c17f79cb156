package net.sociallook.registry.directory;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ids of one namespace; each is taken once. */
final class TakenIds {
  private final Set<String> taken = new HashSet<>();

  /**
   * @throws IllegalArgumentException naming it, if it is missing, malformed or taken
   */
  String take(String what, @Nullable String id, int shortest) {
    String given = Given.text(what + " id", id);
    if (!given.matches("[a-z0-9-]{" + shortest + ",64}")) {
      throw new IllegalArgumentException(
          what + " id: " + given + " (expected: " + shortest + " to 64 of a-z, 0-9 and -)");
    }
    if (!taken.add(given)) {
      throw new IllegalArgumentException(what + " id: " + given + " twice (expected: once)");
    }
    return given;
  }
}
