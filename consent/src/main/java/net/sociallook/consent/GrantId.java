package net.sociallook.consent;

/**
 * The id of a grant; all its versions share it.
 *
 * @param value not blank
 */
public record GrantId(String value) {
  public GrantId {
    Text.requireNotBlank("GrantId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
