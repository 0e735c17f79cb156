package net.sociallook.registry.page.own;

import java.time.Instant;
import java.util.List;
import net.sociallook.registry.page.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a list.
 *
 * @param title empty where it has none
 * @param status last part of a key {@code own.status.…}
 */
public record Entry(String title, When when, @Nullable String status, Content content) {

  /**
   * Where it stands among the others.
   *
   * @param at the earliest instant there is where nothing is known
   * @param over whether it lies behind; only appointments can lie ahead
   * @param words empty where the date is among the facts, or unknown
   */
  public record When(Instant at, boolean over, String words) {}

  /** What stands below the title. */
  public record Content(List<Fact> facts, String text, List<FileLink> files) {
    public Content {
      facts = List.copyOf(facts);
      files = List.copyOf(files);
    }

    /** In which the text is written, for {@code lang}. */
    public String language() {
      return Excerpt.of(text).language();
    }
  }
}
