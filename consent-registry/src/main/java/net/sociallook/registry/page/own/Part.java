package net.sociallook.registry.page.own;

import java.util.List;

/**
 * What one institution has of one kind, as far as it is shown.
 *
 * @param state {@code answered}, or why there is nothing: last part of a key {@code own.state.…}
 */
public record Part(String id, String name, String state, Shown shown) {

  /**
   * @param ahead the next one first
   * @param others the newest first
   * @param more whether the institution's own page shows more
   * @param rest whether the institution has more than can be read here
   */
  public record Shown(List<Entry> ahead, List<Entry> others, boolean more, boolean rest) {
    static final Shown NOTHING = new Shown(List.of(), List.of(), false, false);

    public Shown {
      ahead = List.copyOf(ahead);
      others = List.copyOf(others);
    }

    boolean isEmpty() {
      return ahead.isEmpty() && others.isEmpty();
    }
  }
}
