package net.sociallook.registry.page.titles;

import org.jspecify.annotations.Nullable;

/**
 * What a thing is called.
 *
 * @param state last part of a key {@code title.…}: {@code found}, {@code untitled}, or why there is
 *     none: {@code gone}, {@code silent}, {@code refused}
 * @param text as its holder wrote it, at most 80 characters
 * @param day in the reader's words, where the day says more than the text
 */
public record Title(String state, @Nullable String text, @Nullable String day) {
  static Title without(String state) {
    return new Title(state, null, null);
  }

  /** Whether there is something to show beside the id. */
  public boolean isFound() {
    return state.equals("found");
  }
}
