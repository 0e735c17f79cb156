package net.sociallook.gateway.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Requester;
import net.sociallook.consent.ResourceFacts.Kind;
import net.sociallook.consent.ResourceType;

/** Reads the circumstances that the rules of a type turn on. */
final class KindReader {
  /** Counts as started for as long as anybody can ask. */
  private static final Instant LONG_AGO = Instant.MIN;

  private final AccessRequest request;

  KindReader(AccessRequest request) {
    this.request = request;
  }

  /** Empty where the circumstances cannot be told. */
  Optional<Kind> read(Tape tape, int resource, ResourceType type) {
    return switch (type) {
      case BINARY,
          CARE_PLAN,
          DOCUMENT_REFERENCE,
          GOAL,
          PATIENT,
          SCHEDULE,
          SERVICE_REQUEST,
          SUBSCRIPTION,
          TASK ->
          Optional.of(new Kind.Plain(type));
      case APPOINTMENT -> start(tape, resource).map(Kind.Appointment::new);
      case COMMUNICATION -> Optional.of(new Kind.Message(parties(tape, resource)));
      case SLOT -> Optional.of(new Kind.Slot(says(tape, resource, Name.STATUS, "free")));
    };
  }

  /** One without a start, and one that was missed, count as started. */
  private static Optional<Instant> start(Tape tape, int appointment) {
    int start = tape.member(appointment, Name.START);
    if (start < 0 || says(tape, appointment, Name.STATUS, "noshow")) {
      return Optional.of(LONG_AGO);
    }
    try {
      return tape.isText(start)
          ? Optional.of(OffsetDateTime.parse(tape.text(start)).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The recipient, if the message is from or to it or the caseworker who asks. Of others nothing
   * need be known.
   */
  private Set<InstitutionId> parties(Tape tape, int message) {
    return switch (request) {
      case AccessRequest.ByInstitution asked ->
          isParty(asked.requester(), tape, message)
              ? Set.of(asked.requester().institution())
              : Set.of();
      case AccessRequest.ByClient own -> Set.of();
    };
  }

  private static boolean isParty(Requester requester, Tape tape, int message) {
    int sender = tape.member(message, Name.SENDER);
    int recipients = tape.member(message, Name.RECIPIENT);
    boolean party = sender >= 0 && names(requester, tape, sender);
    if (recipients >= 0 && tape.kind(recipients) == Token.ARRAY_START) {
      int end = tape.after(recipients);
      for (int one = recipients + 1; one < end; one = tape.after(one)) {
        party |= names(requester, tape, one);
      }
    }
    return party;
  }

  private static boolean names(Requester requester, Tape tape, int reference) {
    return says(tape, reference, Name.REFERENCE, "Organization/" + requester.institution())
        || says(tape, reference, Name.REFERENCE, "PractitionerRole/" + requester.caseworker());
  }

  private static boolean says(Tape tape, int object, Name member, String wanted) {
    int value = tape.member(object, member);
    return value >= 0 && tape.isText(value) && tape.text(value).equals(wanted);
  }
}
