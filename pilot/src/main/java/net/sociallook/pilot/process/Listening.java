package net.sociallook.pilot.process;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a process listens.
 *
 * @param ports all of them
 * @param health addresses that all answer 200 when it is ready; none where its start says enough
 */
public record Listening(List<Integer> ports, List<URI> health) {
  public static final Listening NOWHERE = new Listening(List.of(), List.of());

  public Listening {
    ports = List.copyOf(ports);
    health = List.copyOf(health);
  }

  /**
   * @param health port on the loopback address, one of the others
   */
  public static Listening with(List<Integer> ports, int health, String path) {
    return new Listening(ports, List.of(URI.create("http://127.0.0.1:" + health + path)));
  }

  /** All of both. */
  public Listening and(Listening other) {
    return new Listening(joined(ports, other.ports), joined(health, other.health));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
