package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;

/**
 * The preset dictionary under the DEFLATE of a routing: what nearly all of them say. It stands in
 * {@code docs/protocol.md} section 6; another one is another version of the protocol.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1950#section-2.2">RFC 1950 §2.2 (FDICT)</a>
 */
final class RoutingDictionary {
  private static final byte[] BYTES =
      """
      ,"chain":["key","recovery-by-two"]}"patient":"","replaces":""\
      {"issued":"2026-01-01T00:00:00Z","key":"","nonce":"","type":"https://sociallook.net/consent/key/v1"}\
      {"holders":{"":""},"blocks":[{"kind":"document","holder":"","document":""},\
      {"kind":"sensitivity","code":""}]}{"kid":"","typ":"sociallook-endorsement+jwt","alg":"ES256"}\
      {"iss":"","iat":17,"jti":"","key_hash":""}\
      {"type":"webauthn.get","challenge":"","origin":"https://","crossOrigin":false}\
      "permission":"refer-onward","purpose":"COC","validFrom":"20\
      "permission":"notify-at-once","purpose":"COC","validFrom":"20\
      "permission":"contact-view","purpose":"COC","validFrom":"20\
      "permission":"messages","purpose":"COC","validFrom":"20\
      "permission":"goals-agree","purpose":"COC","validFrom":"20\
      "permission":"goals-view","purpose":"COC","validFrom":"20\
      "permission":"appointments-arrange","purpose":"COC","validFrom":"20\
      "permission":"documents-send","purpose":"COC","validFrom":"20\
      "permission":"documents-read","purpose":"COC","validFrom":"20\
      "team":"","validFrom":"20\
      {"grant":"","language":"de","nonce":"","previous":null,"provisions":[\
      {"caseworker":"","document":"","holder":"","maxConfidentiality":"N",\
      "permission":"","purpose":"COC","validFrom":"2026-01-01T00:00:00Z","validUntil":"2027-01-01T00:00:00Z"},\
      {"holder":"","recipient":"","textHash":"",\
      "type":"https://sociallook.net/consent/grant/v1","version":1}\
      """
          .getBytes(StandardCharsets.US_ASCII);

  private RoutingDictionary() {}

  static byte[] bytes() {
    return BYTES.clone();
  }
}
