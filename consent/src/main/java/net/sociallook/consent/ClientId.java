package net.sociallook.consent;

/**
 * A client as one party knows her: at an institution this is the pseudonym that institution was
 * given.
 *
 * @param value not blank
 */
public record ClientId(String value) {
  public ClientId {
    Text.requireNotBlank("ClientId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
