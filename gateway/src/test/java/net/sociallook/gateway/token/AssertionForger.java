package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.gateway.world.Jws;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.testbed.SoftwarePasskey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has the client's own key in the hand, and everything else against her: each part of
 * an assertion can be replaced before it is signed, or after.
 */
final class AssertionForger {
  static final int FLAGS = 32;

  final Map<String, Object> clientData = new LinkedHashMap<>();
  private final SoftwarePasskey passkey;
  byte[] authenticatorData = new byte[37];
  byte @Nullable [] rawClientData;
  byte @Nullable [] signature;
  String algorithm = "SHA256withECDSA";

  /** With nothing forged it makes what the passkey would. */
  AssertionForger(SoftwarePasskey passkey, byte[] document) {
    this.passkey = passkey;
    clientData.put("type", "webauthn.get");
    clientData.put("challenge", Jws.base64(Digest.sha256(document)));
    clientData.put("origin", TokenForge.ORIGIN);
    clientData.put("crossOrigin", false);
    byte[] relyingParty = Digest.sha256("localhost".getBytes(StandardCharsets.UTF_8));
    System.arraycopy(relyingParty, 0, authenticatorData, 0, relyingParty.length);
    authenticatorData[FLAGS] = 0x05;
  }

  Assertion assertion() {
    byte[] data = clientDataBytes();
    return new Assertion(
        TokenForge.publicKey(passkey),
        authenticatorData,
        data,
        signature == null ? sign(authenticatorData, Digest.sha256(data)) : signature);
  }

  byte[] clientDataBytes() {
    return rawClientData == null ? Jws.json(clientData) : rawClientData;
  }

  byte[] sign(byte[]... parts) {
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(passkey.privateKey())));
      for (byte[] part : parts) {
        signing.update(part);
      }
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
