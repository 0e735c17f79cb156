package net.sociallook.registry.staff.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Permission;
import net.sociallook.registry.staff.LastDay;

/**
 * What was filled in, as it was.
 *
 * @param id drawn with the empty form, so that sending twice asks once
 * @param client file number or pseudonym
 * @param until last day
 */
public record AskForm(
    UUID id,
    String client,
    List<String> permissions,
    String holder,
    String until,
    boolean onlyMe,
    String reason) {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int LONGEST_REASON = 4_000;

  static AskForm empty(String client, Clock clock) {
    String inHalfAYear = LocalDate.now(clock.withZone(BERLIN)).plusMonths(6).toString();
    return new AskForm(UUID.randomUUID(), client, List.of(), "", inHalfAYear, false, "");
  }

  /** With line breaks as they are kept: browsers send two characters for one. */
  AskForm normalized() {
    return new AskForm(
        id,
        client.strip(),
        permissions,
        holder,
        until,
        onlyMe,
        reason.replace("\r\n", "\n").strip());
  }

  boolean asksForNothing() {
    List<String> known = Arrays.stream(Permission.values()).map(Permission::code).toList();
    return permissions.isEmpty() || !known.containsAll(permissions);
  }

  boolean isReasonUnreadable() {
    return reason.isBlank()
        || reason.codePointCount(0, reason.length()) > LONGEST_REASON
        || reason.codePoints().anyMatch(AskForm::isNoText);
  }

  private static boolean isNoText(int c) {
    return c != '\n'
        && c != '\t'
        && (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  /** The instant after the last day; empty where it is no day, is over, or is too far away. */
  Optional<Instant> end(Instant now) {
    return new LastDay(until).end(now);
  }
}
