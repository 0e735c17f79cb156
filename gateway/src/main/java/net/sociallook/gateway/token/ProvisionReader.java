package net.sociallook.gateway.token;

import java.time.Instant;
import java.time.format.DateTimeParseException;
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
import net.sociallook.consent.TeamId;
import net.sociallook.gateway.json.Members;

/** Reads a provision, as a token or as a signed document writes it. */
final class ProvisionReader {

  /** The two forms differ in these names. */
  record Names(String validFrom, String validUntil, String ceiling) {}

  /** What the two forms have in different places. */
  record Subject(String permission, String holder, String purpose) {}

  static final Names DOCUMENT = new Names("validFrom", "validUntil", "maxConfidentiality");

  private ProvisionReader() {}

  /** Reads the form of a signed document, and its end. */
  static Provision read(Members members) {
    Provision provision =
        read(
            members,
            new Subject(
                members.text("permission"), members.text("holder"), members.text("purpose")),
            DOCUMENT);
    members.end();
    return provision;
  }

  /** Reads what both forms have in common. */
  static Provision read(Members members, Subject subject, Names names) {
    Period period =
        new Period(
            instant(members.text(names.validFrom())), instant(members.text(names.validUntil())));
    Narrowing narrowing =
        new Narrowing(
            members.optionalText("document").map(Forms::document).map(ResourceId::new),
            members.optionalText("team").map(Forms::staff).map(TeamId::new),
            members.optionalText("caseworker").map(Forms::staff).map(CaseworkerId::new));
    Confidentiality ceiling = Confidentiality.valueOf(members.text(names.ceiling()));
    return new Provision(
        Permission.ofCode(subject.permission()),
        new InstitutionId(Forms.institution(subject.holder())),
        Purpose.ofCode(subject.purpose()),
        new Limits(period, ceiling, narrowing));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("instant: unreadable (expected: RFC 3339 in UTC)", e);
    }
  }
}
