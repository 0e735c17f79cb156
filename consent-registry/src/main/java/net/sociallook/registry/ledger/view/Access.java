package net.sociallook.registry.ledger.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.reach.Reach;

/**
 * One line of a view: what was asked, and what came of it.
 *
 * @param sequence of the record
 * @param rests where it was looked for, on what it rested
 * @param desk where nothing was asked for, but done at a desk: what
 */
public record Access(
    long sequence,
    Kind kind,
    Asked asked,
    Optional<AtDesk> desk,
    Optional<RestsOn> rests,
    Optional<Came> came,
    Status status) {

  /** What was asked for. */
  public enum Kind {
    /** Data, at the gateway. */
    ACCESS("access"),
    /** A token, which was refused. */
    TOKEN_REFUSED("token-refused"),
    /** Something was done at an institution's desk. */
    DESK("desk");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }
  }

  /**
   * Whether it lies between institutions that are within. What the client looked at herself is
   * nobody else's business.
   */
  boolean isWithin(Reach reach) {
    return reach.acting().isEmpty()
        || (isWithin(reach, asked.recipient())
            && (asked.holder() == null || isWithin(reach, asked.holder()))
            && desk.map(AtDesk::recipient).map(id -> isWithin(reach, id)).orElse(true));
  }

  private static boolean isWithin(Reach reach, String institution) {
    return !institution.isBlank() && reach.covers(new InstitutionId(institution));
  }

  /** The same line, with what it rested on. */
  Access restingOn(Optional<RestsOn> found) {
    return new Access(sequence, kind, asked, desk, found, came, status);
  }

  /** As an institution may see it: as the one that asked, or as the one whose data it was. */
  Access redactedFor(String institution) {
    return new Access(
        sequence,
        kind,
        asked.redacted(asked.recipient().equals(institution)),
        desk,
        Optional.empty(),
        came.map(Came::redacted),
        status);
  }
}
