package net.sociallook.adapter.record;

/**
 * How confidential a record is, from the least to the most.
 *
 * @see <a href="http://terminology.hl7.org/CodeSystem/v3-Confidentiality">v3-Confidentiality</a>
 */
public enum Confidentiality {
  U("unrestricted"),
  L("low"),
  M("moderate"),
  N("normal"),
  R("restricted"),
  V("very restricted");

  private final String display;

  Confidentiality(String display) {
    this.display = display;
  }

  public String display() {
    return display;
  }
}
