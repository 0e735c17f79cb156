package net.sociallook.consent;

/**
 * The logical id of a FHIR resource at its holder.
 *
 * @param value not blank
 */
public record ResourceId(String value) {
  public ResourceId {
    Text.requireNotBlank("ResourceId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
