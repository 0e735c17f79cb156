package net.sociallook.consent;

/**
 * The directory id of a caseworker, for example {@code cw-001}.
 *
 * @param value not blank
 */
public record CaseworkerId(String value) {
  public CaseworkerId {
    Text.requireNotBlank("CaseworkerId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
