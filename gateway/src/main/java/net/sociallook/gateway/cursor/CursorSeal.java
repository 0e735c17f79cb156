package net.sociallook.gateway.cursor;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * Seals and opens cursors: a JWE with a key that all gateways share.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.5">RFC 7518 §4.5 (dir)</a>
 */
public final class CursorSeal {
  private static final int KEY_BITS = 256;

  /** Adapters' tokens of up to this many bytes make cursors of one length. */
  private static final int PAGE_STEP = 512;

  private final Map<String, OctetSequenceKey> keys;
  private final OctetSequenceKey sealing;

  private CursorSeal(Map<String, OctetSequenceKey> keys) {
    this.keys = Map.copyOf(keys);
    this.sealing = keys.values().iterator().next();
  }

  /**
   * Reads a JWK set of symmetric keys of 256 bits; the first one seals.
   *
   * @throws IllegalArgumentException if it holds anything else, or nothing
   */
  public static CursorSeal load(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CursorSeal parse(String json) {
    Map<String, OctetSequenceKey> keys = new LinkedHashMap<>();
    try {
      for (JWK key : JWKSet.parse(json).getKeys()) {
        if (!(key instanceof OctetSequenceKey octets
            && octets.size() == KEY_BITS
            && key.getKeyID() != null)) {
          throw new IllegalArgumentException(
              "cursor key: unusable (expected: oct, 256 bits, with a kid)");
        }
        keys.put(key.getKeyID(), octets);
      }
    } catch (ParseException e) {
      // the cause could quote a key
      throw new IllegalArgumentException("cursor key: unreadable (expected: a JWK set)");
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("cursor key: none (expected: at least one)");
    }
    return new CursorSeal(keys);
  }

  public String seal(Cursor cursor) {
    Cursor.Bound bound = cursor.bound();
    Map<String, Object> content =
        Map.of(
            "holder", bound.holder().value(),
            "grant", bound.version().grant().value(),
            "version", bound.version().number(),
            "caller", bound.thumbprint(),
            "query", cursor.query(),
            "page", cursor.page(),
            "padding", padding(cursor.page()));
    try {
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
              .keyID(sealing.getKeyID())
              .build();
      JWEObject jwe = new JWEObject(header, new Payload(StrictJson.bytes(content)));
      jwe.encrypt(new DirectEncrypter(sealing));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cursor: not sealed", e);
    }
  }

  /** What page a cursor leads to can depend on what is withheld; its length must not say so. */
  private static String padding(String page) {
    int length = StrictJson.bytes(page).length;
    return "0".repeat(Math.floorMod(-length, PAGE_STEP));
  }

  /** Empty if no gateway sealed it, or not for this use. */
  public Optional<Cursor> open(String text, Cursor.Bound use) {
    try {
      // the library is shown nothing but the one form that was made here
      Optional<OctetSequenceKey> key = key(text);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      JWEObject jwe = JWEObject.parse(text);
      jwe.decrypt(new DirectDecrypter(key.get()));
      return Optional.of(read(jwe.getPayload().toBytes())).filter(c -> c.bound().equals(use));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalArgumentException if the header is of another form
   */
  private Optional<OctetSequenceKey> key(String text) {
    String[] parts = text.split("\\.", -1);
    Members header = StrictJson.object("cursor header", new Base64URL(parts[0]).decode());
    boolean expected =
        parts.length == 5
            && header.text("alg").equals(JWEAlgorithm.DIR.getName())
            && header.text("enc").equals(EncryptionMethod.A256GCM.getName());
    String kid = header.text("kid");
    header.end();
    return expected ? Optional.ofNullable(keys.get(kid)) : Optional.empty();
  }

  private static Cursor read(byte[] json) {
    Members all = StrictJson.object("cursor", json);
    Cursor cursor =
        new Cursor(
            new Cursor.Bound(
                new InstitutionId(all.text("holder")),
                new Grant.Version(
                    new GrantId(all.text("grant")), Math.toIntExact(all.integer("version"))),
                all.text("caller")),
            all.text("query"),
            all.text("page"));
    all.text("padding");
    all.end();
    return cursor;
  }
}
