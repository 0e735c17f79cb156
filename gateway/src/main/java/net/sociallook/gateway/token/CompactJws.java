package net.sociallook.gateway.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.regex.Pattern;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * A compact JWS whose header says ES256, the one expected {@code typ}, a {@code kid}, and nothing
 * else: no algorithm to choose, no key or address to follow, no extension to honour.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a>
 */
final class CompactJws {
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final int SIGNATURE_BYTES = 64;

  private final String kid;
  private final byte[] signed;
  private final byte[] payload;
  private final byte[] signature;

  private CompactJws(String kid, byte[] signed, byte[] payload, byte[] signature) {
    this.kid = kid;
    this.signed = signed;
    this.payload = payload;
    this.signature = signature;
  }

  /**
   * @throws IllegalArgumentException if it is anything else
   */
  static CompactJws parse(String text, String typ) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("JWS: " + parts.length + " parts (expected: 3)");
    }
    Members header = StrictJson.object("JWS header", Base64Url.decode(parts[0]));
    boolean expected = header.text("alg").equals("ES256") && header.text("typ").equals(typ);
    String kid = header.text("kid");
    header.end();
    byte[] signature = Base64Url.decode(parts[2]);
    if (!expected || !KID.matcher(kid).matches() || signature.length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException("JWS: another kind (expected: ES256, " + typ + ", kid)");
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return new CompactJws(kid, signed, Base64Url.decode(parts[1]), signature);
  }

  String kid() {
    return kid;
  }

  /** Worth nothing before {@link #isSignedBy} said yes. */
  byte[] payload() {
    return payload.clone();
  }

  boolean isSignedBy(ECPublicKey key) {
    BigInteger order = key.getParams().getOrder();
    if (!isWithin(order, 0) || !isWithin(order, SIGNATURE_BYTES / 2)) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** r and s lie in [1, n-1]; a JDK that forgot this accepted zeros for anything. */
  private boolean isWithin(BigInteger order, int offset) {
    byte[] half = Arrays.copyOfRange(signature, offset, offset + SIGNATURE_BYTES / 2);
    BigInteger value = new BigInteger(1, half);
    return value.signum() > 0 && value.compareTo(order) < 0;
  }
}
