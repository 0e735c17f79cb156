package net.sociallook.consent;

/**
 * The directory id of a team within an institution.
 *
 * @param value not blank
 */
public record TeamId(String value) {
  public TeamId {
    Text.requireNotBlank("TeamId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
