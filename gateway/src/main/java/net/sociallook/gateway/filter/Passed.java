package net.sociallook.gateway.filter;

import java.util.Optional;

/**
 * What became of one Bundle of a holder.
 *
 * @param taken its entries up to and with the last one that was released
 * @param whole all its entries
 * @param next the holder's token of its next page, if there is one
 */
public record Passed(Span taken, Span whole, Optional<String> next) {

  /**
   * A stretch of entries.
   *
   * @param visible how many of them may be released, whether or not they were
   */
  public record Span(int entries, int visible) {
    static final Span NONE = new Span(0, 0);

    Span withVisible() {
      return new Span(entries + 1, visible + 1);
    }

    Span withHidden() {
      return new Span(entries + 1, visible);
    }

    public Span without(Span other) {
      return new Span(entries - other.entries, visible - other.visible);
    }
  }

  /** How many of its entries could have been released, had more been asked for. */
  public int beyond() {
    return whole.visible - taken.visible;
  }
}
