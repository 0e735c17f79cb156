package net.sociallook.registry.staff.capture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.ResourceId;
import net.sociallook.registry.staff.LastDay;

/**
 * What was filled in, as it was. Nothing is ticked beforehand.
 *
 * @param client file number or pseudonym
 * @param until last day
 * @param document id; empty: all that the permissions cover
 * @param person id of a caseworker of the recipient; empty: whoever is in charge there
 * @param language tag of the client's language
 * @param released whether she releases those here who are bound to secrecy
 */
public record CaptureForm(
    String client,
    String recipient,
    String level,
    String witness,
    List<String> permissions,
    String until,
    String document,
    String person,
    String language,
    boolean released) {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String DOCUMENT = "[A-Za-z0-9.-]{1,60}";

  static CaptureForm empty(Clock clock) {
    String inHalfAYear = LocalDate.now(clock.withZone(BERLIN)).plusMonths(6).toString();
    return new CaptureForm("", "", "", "", List.of(), inHalfAYear, "", "", "de", false);
  }

  boolean asksForNothing() {
    List<String> known = Arrays.stream(Permission.values()).map(Permission::code).toList();
    return permissions.isEmpty() || !known.containsAll(permissions);
  }

  boolean isDocumentUnreadable() {
    return !document.isEmpty() && !document.matches(DOCUMENT);
  }

  Optional<Instant> end(Instant now) {
    return new LastDay(until).end(now);
  }

  /** About data of this institution, from now on. */
  List<Provision> provisions(InstitutionId holder, Instant now, Instant end) {
    Narrowing narrowing =
        new Narrowing(
            Optional.of(document).filter(id -> !id.isEmpty()).map(ResourceId::new),
            Optional.empty(),
            Optional.of(person).filter(id -> !id.isEmpty()).map(CaseworkerId::new));
    Period period = new Period(now.truncatedTo(ChronoUnit.SECONDS), end);
    return permissions.stream()
        .distinct()
        .map(Permission::ofCode)
        .map(permission ->
            new Provision(
                permission,
                holder,
                Purpose.CARE_COORDINATION,
                new Limits(period, Confidentiality.N, narrowing)))
        .toList();
  }
}
