package net.sociallook.consent;

/**
 * The directory id of an institution, for example {@code jobcenter-nordhausen}.
 *
 * @param value not blank
 */
public record InstitutionId(String value) {
  public InstitutionId {
    Text.requireNotBlank("InstitutionId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
