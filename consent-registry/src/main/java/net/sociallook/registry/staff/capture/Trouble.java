package net.sociallook.registry.staff.capture;

import java.util.Locale;

/** Why something cannot be written down as it was filled in; each has words of its own. */
enum Trouble {
  CLIENT_UNKNOWN("client"),
  CLIENT_AMBIGUOUS("client"),
  HAS_PASSKEY("client"),
  RECIPIENT("recipient"),
  NOT_LINKED("recipient"),
  LEVEL("level"),
  WITNESS("witness"),
  NOTHING("permissions"),
  UNTIL("until"),
  DOCUMENT("document"),
  PERSON("person"),
  RELEASE("released"),
  CODE("code"),
  NUMBER("number");

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
