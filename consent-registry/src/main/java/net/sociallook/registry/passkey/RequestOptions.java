package net.sociallook.registry.passkey;

import java.util.List;

/**
 * What a page hands to {@code navigator.credentials.get}.
 *
 * @param challenge base64url
 * @param timeout in milliseconds
 * @param allowCredentials empty when the person chooses
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson">
 *     PublicKeyCredentialRequestOptionsJSON</a>
 */
public record RequestOptions(
    String challenge,
    long timeout,
    String rpId,
    List<Descriptor> allowCredentials,
    String userVerification) {

  /**
   * @param id base64url
   */
  public record Descriptor(String type, String id) {}
}
