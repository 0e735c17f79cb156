package net.sociallook.consent;

/**
 * What an institution is. The kind decides one thing only: a {@link #BENEFIT_AUTHORITY} never
 * receives what could become the basis of a sanction.
 */
public enum InstitutionKind {
  BENEFIT_AUTHORITY("benefit-authority"),
  YOUTH_OFFICE("youth-office"),
  PROVIDER("provider"),
  SCHOOL("school");

  private final String code;

  InstitutionKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if no kind has this code
   */
  public static InstitutionKind ofCode(String code) {
    return Codes.find(values(), InstitutionKind::code, code);
  }
}
