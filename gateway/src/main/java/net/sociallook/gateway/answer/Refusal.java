package net.sociallook.gateway.answer;

/**
 * Everything a caller can be told besides data. One body for each, whatever the cause; the codes
 * are stable.
 */
public enum Refusal {
  NOT_UNDERSTOOD(
      400,
      "not-understood",
      "invalid",
      "Diese Anfrage verstehen wir nicht.",
      "This request is not understood."),
  UNIDENTIFIED(
      401,
      "unidentified",
      "login",
      "Das Zertifikat fehlt oder gehört zu keiner bekannten Stelle.",
      "The certificate is missing or belongs to no known institution."),
  TOKEN_REFUSED(
      401,
      "token-refused",
      "login",
      "Dieses Zugriffstoken gilt nicht oder gilt nicht mehr.",
      "This access token is not valid, or not any more."),
  NOT_COVERED(
      403,
      "not-covered",
      "forbidden",
      "Dieses Zugriffstoken erlaubt das nicht.",
      "This access token does not allow that."),
  NOT_FOUND(404, "not-found", "not-found", "Das gibt es hier nicht.", "There is no such thing."),
  /** A fact about the institution, and the same whomever it is asked about. */
  KIND_NOT_KEPT(
      404,
      "kind-not-kept",
      "not-supported",
      "Diese Stelle führt diese Art von Daten nicht.",
      "This institution does not keep this kind of data."),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "not-supported",
      "Diese Methode gibt es hier nicht.",
      "There is no such method here."),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      "not-supported",
      "Wir antworten nur mit application/fhir+json.",
      "Answers are application/fhir+json only."),
  TOO_LARGE(
      413, "too-large", "too-long", "Diese Anfrage ist zu groß.", "This request is too large."),
  MEDIA_TYPE_NOT_SUPPORTED(
      415,
      "media-type-not-supported",
      "not-supported",
      "Diesen Medientyp nehmen wir hier nicht an.",
      "This media type is not accepted here."),
  TOO_MANY_REQUESTS(
      429,
      "too-many-requests",
      "throttled",
      "Das waren zu viele Anfragen. Bitte warten Sie eine Minute.",
      "Too many requests. Please wait a minute."),
  HEADERS_TOO_LARGE(
      431,
      "headers-too-large",
      "too-long",
      "Die Kopfzeilen dieser Anfrage sind zu groß.",
      "The headers of this request are too large."),
  HOLDER_FAILED(
      502,
      "holder-failed",
      "transient",
      "Die andere Stelle hat nicht richtig geantwortet.",
      "The other institution did not answer properly."),
  UNAVAILABLE(
      503,
      "unavailable",
      "transient",
      "Der Dienst ist gerade nicht verfügbar. Bitte versuchen Sie es gleich noch einmal.",
      "The service is not available right now. Please try again shortly."),
  HOLDER_SLOW(
      504,
      "holder-slow",
      "timeout",
      "Die andere Stelle hat nicht rechtzeitig geantwortet.",
      "The other institution did not answer in time.");

  private final int status;
  private final String code;
  private final String issue;
  private final String german;
  private final String english;

  Refusal(int status, String code, String issue, String german, String english) {
    this.status = status;
    this.code = code;
    this.issue = issue;
    this.german = german;
    this.english = english;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /**
   * A code of issue-type.
   *
   * @see <a href="https://hl7.org/fhir/R4/valueset-issue-type.html">FHIR R4, issue-type</a>
   */
  String issue() {
    return issue;
  }

  /** German first, then English. */
  String text() {
    return german + " / " + english;
  }
}
