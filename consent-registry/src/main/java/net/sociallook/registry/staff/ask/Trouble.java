package net.sociallook.registry.staff.ask;

import java.util.Locale;

/** Why a request cannot be sent as it was filled in; each has words of its own at its field. */
enum Trouble {
  CLIENT_UNKNOWN("client"),
  CLIENT_AMBIGUOUS("client"),
  NOTHING("permissions"),
  HOLDER("holder"),
  UNTIL("until"),
  REASON("reason"),
  TOO_MANY_OPEN("client");

  private final String field;

  Trouble(String field) {
    this.field = field;
  }

  /** Where it is shown. */
  public String field() {
    return field;
  }

  /** Also the last part of the texts' keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
