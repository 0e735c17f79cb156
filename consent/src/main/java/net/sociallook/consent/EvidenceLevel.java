package net.sociallook.consent;

/** How it is proved that a client has given a grant, the strongest first. */
public enum EvidenceLevel {
  /** She signed with her own passkey. */
  PASSKEY("passkey"),
  /** She said so at an institution, before a witness; the institution signed. */
  ASSISTED("assisted"),
  /** She signed on paper, before a witness; the institution has the scan and signed. */
  PAPER("paper");

  private final String code;

  EvidenceLevel(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * Whether it rests on what an institution witnessed, and so opens that institution's data only.
   */
  public boolean isWitnessed() {
    return this != PASSKEY;
  }

  /**
   * @throws IllegalArgumentException if no level has this code
   */
  public static EvidenceLevel ofCode(String code) {
    return Codes.find(values(), EvidenceLevel::code, code);
  }
}
