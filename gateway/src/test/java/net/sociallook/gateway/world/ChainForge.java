package net.sociallook.gateway.world;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the steps of a chain as the registry does, and every deviation from them. */
public final class ChainForge {
  private ChainForge() {}

  /**
   * A step as it stands in a routing.
   *
   * @param kind as the chain names it
   */
  public record Step(String kind, List<byte[]> texts, List<byte[]> random) {}

  /** What an institution says, and with which key. */
  public record Word(String institution, ECKey key, Map<String, Object> claims) {}

  public static Map<String, Object> keyDocument() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issued", "2026-11-21T10:00:00Z");
    document.put("key", "");
    document.put("nonce", Jws.base64(new byte[32]));
    document.put("type", "https://sociallook.net/consent/key/v1");
    return document;
  }

  /** The older passkey signs that the newer one is hers. */
  public static Step key(SoftwarePasskey newer, SoftwarePasskey older) {
    return key(newer, older, document -> {});
  }

  /** The hash of the newer key is left out unless the document brings one. */
  public static Step key(
      SoftwarePasskey newer, SoftwarePasskey older, Consumer<Map<String, Object>> change) {
    Map<String, Object> document = keyDocument();
    change.accept(document);
    byte[] sent = Jws.json(document);
    fill(document, "key", TokenForge.sha256(TokenForge.publicKey(newer)));
    return signed(older, sent, Jws.json(document));
  }

  /** The older passkey's signature under any document. */
  public static Step signed(SoftwarePasskey older, byte[] sent, byte[] document) {
    String challenge = Jws.base64(TokenForge.sha256(document));
    JsonNode made =
        JsonMapper.shared()
            .readTree(older.sign("{\"challenge\":\"" + challenge + "\"}"))
            .get("response");
    String clientData =
        new String(decode(made.get("clientDataJSON")), StandardCharsets.UTF_8)
            .replace(challenge, "");
    return new Step(
        "key",
        List.of(sent, clientData.getBytes(StandardCharsets.UTF_8)),
        List.of(
            TokenForge.publicKey(older),
            decode(made.get("authenticatorData")),
            decode(made.get("signature"))));
  }

  public static Word word(String institution, ECKey key, Instant at) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", institution);
    claims.put("iat", at.getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("patient", TokenForge.AT_RECIPIENT);
    claims.put("key_hash", "");
    claims.put("replaces", "");
    return new Word(institution, key, claims);
  }

  /** Institutions say that the newer key replaces the older one. */
  public static Step recovery(SoftwarePasskey newer, SoftwarePasskey older, Word... words) {
    byte[] newerKey = TokenForge.publicKey(newer);
    byte[] olderKey = TokenForge.publicKey(older);
    List<byte[]> texts = new ArrayList<>();
    List<byte[]> random = new ArrayList<>(List.of(olderKey));
    byte salt = 1;
    for (Word word : words) {
      byte[] olderSalt = salt(salt++);
      byte[] newerSalt = salt(salt++);
      Map<String, Object> said = new LinkedHashMap<>(word.claims());
      fill(said, "key_hash", TokenForge.sha256(newerSalt, newerKey));
      fill(said, "replaces", TokenForge.sha256(olderSalt, olderKey));
      Map<String, String> header =
          Map.of("alg", "ES256", "typ", "sociallook-endorsement+jwt", "kid", word.key().getKeyID());
      String jws = Jws.es256(header, said, word.key());
      texts.add(Base64.getUrlDecoder().decode(jws.split("\\.")[0]));
      texts.add(Jws.json(word.claims()));
      random.addAll(
          List.of(olderSalt, newerSalt, Base64.getUrlDecoder().decode(jws.split("\\.")[2])));
    }
    return new Step(words.length == 1 ? "recovery" : "recovery-by-two", texts, random);
  }

  public static String hash(SoftwarePasskey passkey) {
    return Jws.base64(TokenForge.sha256(TokenForge.publicKey(passkey)));
  }

  private static void fill(Map<String, Object> claims, String member, byte[] hash) {
    if ("".equals(claims.get(member))) {
      claims.put(member, Jws.base64(hash));
    }
  }

  private static byte[] salt(byte value) {
    byte[] salt = new byte[32];
    Arrays.fill(salt, value);
    return salt;
  }

  private static byte[] decode(JsonNode base64url) {
    return Base64.getUrlDecoder().decode(base64url.asString());
  }
}
