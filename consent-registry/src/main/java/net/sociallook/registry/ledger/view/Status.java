package net.sociallook.registry.ledger.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a request has come. */
public enum Status {
  DENIED,
  /** No outcome yet, and the node that admitted it still holds its lease. */
  RUNNING,
  COMPLETED,
  REFUSED_UPSTREAM,
  FAILED,
  ABORTED,
  WITHDRAWN,
  /** No outcome, and none will come: the node has lost its lease. */
  UNKNOWN;

  /** Stable, kebab-case. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Status of(boolean permitted, Optional<Came> came, boolean leaseAlive) {
    if (!permitted) {
      return DENIED;
    }
    return came.map(Came::result).map(Status::ofResult).orElse(leaseAlive ? RUNNING : UNKNOWN);
  }

  private static Status ofResult(String result) {
    return Arrays.stream(values())
        .filter(status -> status.code().equals(result))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
