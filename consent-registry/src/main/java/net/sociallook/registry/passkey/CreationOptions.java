package net.sociallook.registry.passkey;

import java.util.List;

/**
 * What a page hands to {@code navigator.credentials.create}.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson">
 *     PublicKeyCredentialCreationOptionsJSON</a>
 */
public record CreationOptions(
    RelyingParty rp,
    User user,
    String challenge,
    List<Algorithm> pubKeyCredParams,
    long timeout,
    Selection authenticatorSelection,
    String attestation) {

  public record RelyingParty(String id, String name) {}

  /** The id is random and names nobody. */
  public record User(String id, String name, String displayName) {}

  /**
   * @param alg COSE algorithm
   */
  public record Algorithm(String type, int alg) {}

  public record Selection(String residentKey, String userVerification) {}
}
