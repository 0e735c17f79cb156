package net.sociallook.registry.ledger.view;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Which lines of a client's log are wanted. It chooses what is shown now; there is nothing that it
 * could hide for good.
 *
 * @param own what she looked at herself; else what others did
 * @param institution that asked
 * @param permitted only what was permitted, or only what was refused
 * @param month of the time of Berlin, in which it was recorded
 */
public record LogFilter(
    boolean own,
    Optional<String> institution,
    Optional<LogKind> kind,
    Optional<Boolean> permitted,
    Optional<YearMonth> month) {
  /** Everything that others did. */
  public static final LogFilter OTHERS =
      new LogFilter(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  boolean fits(LogEntries.ClientEntry entry) {
    return kind.map(LogKind.of(entry)::contains).orElse(true);
  }
}
