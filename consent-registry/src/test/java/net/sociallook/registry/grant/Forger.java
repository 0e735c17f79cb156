package net.sociallook.registry.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who has the client's own key in the hand, and everything else against her: each part of
 * an assertion can be replaced before it is signed, or after.
 */
final class Forger {
  static final int FLAGS = 32;

  final Map<String, Object> clientData = new LinkedHashMap<>();
  final String credentialId;
  private final PrivateKey key;
  byte[] authenticatorData;
  byte[] rawClientData;
  byte[] signature;
  String algorithm = "SHA256withECDSA";
  private Consumer<ObjectNode> wrapping = whole -> {};

  private Forger(SoftwarePasskey passkey, String challenge, String origin) {
    this.credentialId = passkey.credentialId();
    this.key = keyOf(passkey);
    clientData.put("type", "webauthn.get");
    clientData.put("challenge", challenge);
    clientData.put("origin", origin);
    clientData.put("crossOrigin", false);
    authenticatorData = new byte[37];
    System.arraycopy(
        Bytes.sha256("localhost".getBytes(StandardCharsets.UTF_8)), 0, authenticatorData, 0, 32);
    authenticatorData[FLAGS] = 0x05;
  }

  /** With nothing forged it makes what the client's passkey would. */
  static Forger of(SoftwarePasskey passkey, String challenge, String origin) {
    return new Forger(passkey, challenge, origin);
  }

  /** What is done to the assertion when all else is done. */
  void wrap(Consumer<ObjectNode> change) {
    wrapping = change;
  }

  JsonNode assertion() {
    byte[] data =
        rawClientData == null ? JsonMapper.shared().writeValueAsBytes(clientData) : rawClientData;
    byte[] signed = signature == null ? sign(authenticatorData, Bytes.sha256(data)) : signature;
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.put("id", credentialId);
    whole.put("rawId", credentialId);
    whole.put("type", "public-key");
    ObjectNode response = whole.putObject("response");
    response.put("clientDataJSON", Bytes.base64url(data));
    response.put("authenticatorData", Bytes.base64url(authenticatorData));
    response.put("signature", Bytes.base64url(signed));
    whole.putObject("clientExtensionResults");
    wrapping.accept(whole);
    return whole;
  }

  byte[] clientDataBytes() {
    return JsonMapper.shared().writeValueAsBytes(clientData);
  }

  byte[] sign(byte[]... parts) {
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      for (byte[] part : parts) {
        signing.update(part);
      }
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey keyOf(SoftwarePasskey passkey) {
    try {
      Path file = Files.createTempFile("passkey", ".json");
      passkey.save(file);
      String encoded =
          JsonMapper.shared().readTree(Files.readString(file)).get("privateKey").asString();
      Files.delete(file);
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(encoded)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
