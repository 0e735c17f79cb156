package net.sociallook.consent;

/**
 * What data may be used for. The list is closed and has no value for sanction, benefit reduction,
 * fraud, eligibility or prosecution; no configuration can add one.
 *
 * @see <a href="http://terminology.hl7.org/CodeSystem/v3-ActReason">v3-ActReason</a>
 */
public enum Purpose {
  /** Coordination of help around a client; the only purpose a grant can name. */
  CARE_COORDINATION("COC"),
  /** A client reads her own data. */
  OWN_ACCESS("PATRQT");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if the code names no purpose of this list
   */
  public static Purpose ofCode(String code) {
    return Codes.find(values(), Purpose::code, code);
  }
}
