package net.sociallook.registry.ledger.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * One line of a view: what was asked, and what came of it.
 *
 * @param sequence of the record
 */
public record Access(long sequence, Kind kind, Asked asked, Optional<Came> came, Status status) {

  /** What was asked for. */
  public enum Kind {
    /** Data, at the gateway. */
    ACCESS("access"),
    /** A token, which was refused. */
    TOKEN_REFUSED("token-refused");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }
  }

  /** As an institution may see it: as the one that asked, or as the one whose data it was. */
  Access redactedFor(String institution) {
    return new Access(
        sequence,
        kind,
        asked.redacted(asked.recipient().equals(institution)),
        came.map(Came::redacted),
        status);
  }
}
