package net.sociallook.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authenticator in software, so that scripts and tests can sign as a client over the same path
 * that a phone takes. One ES256 credential for one relying party; user presence and verification
 * are always asserted unless asked otherwise.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data">Web Authentication,
 *     Authenticator Data</a>
 */
public final class SoftwarePasskey {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int CREDENTIAL_ID_LENGTH = 32;

  private final Party party;
  private final byte[] credentialId;
  private final KeyPair keys;
  private boolean userVerified = true;

  private SoftwarePasskey(Party party, byte[] credentialId, KeyPair keys) {
    this.party = party;
    this.credentialId = credentialId;
    this.keys = keys;
  }

  /** Whom the passkey serves: the id it is scoped to, and the origin of the page that calls it. */
  private record Party(String rpId, String origin) {}

  public static SoftwarePasskey create(String rpId, String origin) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] id = new byte[CREDENTIAL_ID_LENGTH];
      new SecureRandom().nextBytes(id);
      return new SoftwarePasskey(new Party(rpId, origin), id, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("passkey: not made", e);
    }
  }

  /** This passkey as a person without a fingerprint or PIN would use it: present, not verified. */
  public SoftwarePasskey withoutUserVerification() {
    SoftwarePasskey unverified = new SoftwarePasskey(party, credentialId, keys);
    unverified.userVerified = false;
    return unverified;
  }

  /** This passkey as a page of another origin would call it. */
  public SoftwarePasskey calledFrom(String origin) {
    return new SoftwarePasskey(new Party(party.rpId(), origin), credentialId, keys);
  }

  public String credentialId() {
    return base64url(credentialId);
  }

  public String rpId() {
    return party.rpId();
  }

  /** In PKCS #8, for another authenticator that is to answer in its place. */
  public byte[] privateKey() {
    return keys.getPrivate().getEncoded();
  }

  /**
   * Answers {@code navigator.credentials.create}.
   *
   * @param creationOptions PublicKeyCredentialCreationOptionsJSON
   * @return RegistrationResponseJSON
   */
  public String register(String creationOptions) {
    byte[] clientData = clientData("webauthn.create", JSON.readTree(creationOptions));
    CoseKey cose = new CoseKey((ECPublicKey) keys.getPublic());
    byte[] authenticatorData =
        AuthenticatorData.forRegistration(party.rpId(), userVerified, credentialId, cose.encoded());
    ObjectNode response = JSON.createObjectNode();
    response.put("clientDataJSON", base64url(clientData));
    response.put(
        "attestationObject", base64url(AuthenticatorData.withoutAttestation(authenticatorData)));
    response.putArray("transports").add("internal");
    return credential(response);
  }

  /**
   * Answers {@code navigator.credentials.get}.
   *
   * @param requestOptions PublicKeyCredentialRequestOptionsJSON
   * @return AuthenticationResponseJSON
   */
  public String sign(String requestOptions) {
    byte[] clientData = clientData("webauthn.get", JSON.readTree(requestOptions));
    byte[] authenticatorData = AuthenticatorData.forAssertion(party.rpId(), userVerified);
    ObjectNode response = JSON.createObjectNode();
    response.put("clientDataJSON", base64url(clientData));
    response.put("authenticatorData", base64url(authenticatorData));
    response.put(
        "signature", base64url(signature(authenticatorData, AuthenticatorData.sha256(clientData))));
    return credential(response);
  }

  /** Writes key and id to a file, in one step, readable by {@link #load}. */
  public void save(Path file) {
    ObjectNode node = JSON.createObjectNode();
    node.put("rpId", party.rpId());
    node.put("origin", party.origin());
    node.put("credentialId", base64url(credentialId));
    node.put("privateKey", base64url(keys.getPrivate().getEncoded()));
    node.put("publicKey", base64url(keys.getPublic().getEncoded()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SoftwarePasskey load(Path file) {
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      KeyFactory factory = KeyFactory.getInstance("EC");
      KeyPair keys =
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(bytes(node, "publicKey"))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(node, "privateKey"))));
      Party party = new Party(node.get("rpId").asString(), node.get("origin").asString());
      return new SoftwarePasskey(party, bytes(node, "credentialId"), keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("passkey: unreadable", e);
    }
  }

  private String credential(ObjectNode response) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", base64url(credentialId));
    node.put("rawId", base64url(credentialId));
    node.put("type", "public-key");
    node.put("authenticatorAttachment", "platform");
    node.set("response", response);
    node.putObject("clientExtensionResults");
    return JSON.writeValueAsString(node);
  }

  private byte[] clientData(String type, JsonNode options) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", type);
    node.put("challenge", options.get("challenge").asString());
    node.put("origin", party.origin());
    node.put("crossOrigin", false);
    return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] signature(byte[] authenticatorData, byte[] clientDataHash) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(authenticatorData);
      signature.update(clientDataHash);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("assertion: not signed", e);
    }
  }

  private static byte[] bytes(JsonNode node, String member) {
    return Base64.getUrlDecoder().decode(node.get(member).asString());
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
