package net.sociallook.gateway.world;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import net.sociallook.testbed.RoutingDictionary;

/** Makes the plaintext of a routing as {@code docs/protocol.md} section 6 has it. */
final class RoutingForge {
  private static final byte[] DICTIONARY = RoutingDictionary.fromProtocol();
  private static final int BLOCK = 256;

  private RoutingForge() {}

  /**
   * The whole plaintext.
   *
   * @param routing with {@code jti} and {@code evidence}, whose members are base64url; a member of
   *     the evidence that is missing becomes an empty field
   */
  static byte[] plaintext(Map<String, Object> routing) {
    Map<String, Object> json = new LinkedHashMap<>(routing);
    Object id = json.remove("jti");
    UUID jti = id == null ? new UUID(0, 0) : UUID.fromString(id.toString());
    Map<?, ?> evidence = (Map<?, ?>) json.remove("evidence");
    @SuppressWarnings("unchecked")
    List<ChainForge.Step> chain =
        (List<ChainForge.Step>) Objects.requireNonNullElse(evidence.get("chain"), List.of());
    if (!chain.isEmpty()) {
      json.putIfAbsent("chain", chain.stream().map(ChainForge.Step::kind).toList());
    }
    if ("witness".equals(json.get("basis"))) {
      return testimony(json, jti, evidence);
    }
    byte[] document = part(evidence, "document");
    byte[] endorsedKey =
        part(evidence, evidence.containsKey("endorsedKey") ? "endorsedKey" : "publicKey");
    byte[] publicKey = part(evidence, "publicKey");
    byte[] salt = part(evidence, "salt");
    Object endorsement = evidence.get("endorsement");
    String[] jws = (endorsement == null ? ".." : endorsement.toString()).split("\\.", -1);
    byte[] texts =
        fields(
            Jws.json(json),
            document,
            without(part(evidence, "clientData"), TokenForge.sha256(document)),
            decode(jws[0]),
            without(decode(jws[1]), TokenForge.sha256(salt, endorsedKey)));
    ByteBuffer token = ByteBuffer.allocate(16);
    token.putLong(jti.getMostSignificantBits()).putLong(jti.getLeastSignificantBits());
    byte[] random =
        fields(
            token.array(),
            publicKey,
            part(evidence, "authenticatorData"),
            part(evidence, "signature"),
            salt,
            decode(jws[2]));
    return frame(
        with(texts, chain.stream().flatMap(step -> step.texts().stream())),
        with(random, chain.stream().flatMap(step -> step.random().stream())));
  }

  private static byte[] testimony(Map<String, Object> json, UUID jti, Map<?, ?> evidence) {
    byte[] document = part(evidence, "document");
    String[] statement = String.valueOf(evidence.get("endorsement")).split("\\.", -1);
    byte[] claims = without(decode(statement[1]), TokenForge.sha256(document));
    ByteBuffer token = ByteBuffer.allocate(16);
    token.putLong(jti.getMostSignificantBits()).putLong(jti.getLeastSignificantBits());
    return frame(
        fields(Jws.json(json), document, decode(statement[0]), claims),
        fields(token.array(), decode(statement[2])));
  }

  private static byte[] with(byte[] fields, Stream<byte[]> more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(fields);
    all.writeBytes(fields(more.toArray(byte[][]::new)));
    return all.toByteArray();
  }

  static byte[] frame(byte[] texts, byte[] random) {
    byte[] deflated = deflate(texts);
    int framed = (4 + deflated.length + random.length + BLOCK - 1) / BLOCK * BLOCK;
    ByteBuffer frame = ByteBuffer.allocate(framed);
    return frame.putInt(deflated.length).put(deflated).put(random).array();
  }

  static byte[] fields(byte[]... all) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    for (byte[] field : all) {
      fields.writeBytes(ByteBuffer.allocate(2).putShort((short) field.length).array());
      fields.writeBytes(field);
    }
    return fields.toByteArray();
  }

  private static byte[] deflate(byte[] texts) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setDictionary(DICTIONARY);
    deflater.setInput(texts);
    deflater.finish();
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      deflated.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return deflated.toByteArray();
  }

  private static byte[] without(byte[] text, byte[] hash) {
    return new String(text, StandardCharsets.UTF_8)
        .replace("\"" + Jws.base64(hash) + "\"", "\"\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(Map<?, ?> evidence, String member) {
    Object part = evidence.get(member);
    return part == null ? new byte[0] : decode(part.toString());
  }

  private static byte[] decode(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }
}
