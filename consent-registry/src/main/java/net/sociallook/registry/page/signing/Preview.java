package net.sociallook.registry.page.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be seen, as it is shown.
 *
 * @param state {@code shown}, or what keeps it from being shown: {@code sign-in}, {@code away}
 * @param eyes by person; empty unless shown
 * @param others whether other people there could see it as well
 */
record Preview(String state, List<Eyes> eyes, boolean others) {

  /** What one person would see; no kinds where nothing can be read. */
  record Eyes(String person, List<Kind> kinds) {}

  /**
   * All of one kind at one holder.
   *
   * @param kind key of the texts
   * @param state {@code answered}, {@code not-kept}, {@code silent} or {@code refused}
   * @param more whether there is more than was counted
   * @param items the first of them
   * @param one whether it is about a single document
   */
  record Kind(
      String kind,
      String holder,
      String state,
      int count,
      boolean more,
      List<Shown> items,
      boolean one) {}

  /**
   * @param title as its holder wrote it; may be empty
   * @param date in the reader's words
   */
  record Shown(String title, @Nullable String date) {}
}
