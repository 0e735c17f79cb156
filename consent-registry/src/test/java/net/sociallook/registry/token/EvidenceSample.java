package net.sociallook.registry.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.grant.SignedEvidence;

/** Evidence of the form and the lengths that real evidence has; its signatures are noise. */
final class EvidenceSample {
  private static final Random RANDOM = new Random(7);

  private EvidenceSample() {}

  /** Signed by a newer key, which the older ones endorse one after another. */
  static SignedEvidence of(List<Provision> provisions, int steps) {
    SignedEvidence evidence = of(provisions);
    List<KeyStep> chain = IntStream.range(0, steps).mapToObj(n -> step()).toList();
    return new SignedEvidence(evidence.document(), evidence.assertion(), chain, evidence.key());
  }

  private static KeyStep step() {
    byte[] newer = random(77);
    byte[] document =
        bytes(
            """
            {"issued":"2026-11-21T10:17:42Z","key":"%s","nonce":"%s",\
            "type":"https://sociallook.net/consent/key/v1"}\
            """
                .formatted(base64url(sha256(newer)), base64url(random(32))));
    return new KeyStep.ByKey(
        newer,
        document,
        new SignedEvidence.Assertion(random(37), clientData(document), random(71)));
  }

  /** Signed by a key that takes the place of the endorsed one, by one institution's word or two. */
  static SignedEvidence recovered(List<Provision> provisions, String... institutions) {
    SignedEvidence evidence = of(provisions);
    byte[] newer = random(77);
    List<KeyStep.Word> words =
        Arrays.stream(institutions).map(one -> word(one, newer, evidence)).toList();
    return new SignedEvidence(
        evidence.document(),
        evidence.assertion(),
        List.of(new KeyStep.ByRecovery(newer, words)),
        evidence.key());
  }

  private static KeyStep.Word word(String institution, byte[] newer, SignedEvidence evidence) {
    byte[] salt = random(32);
    byte[] olderSalt = random(32);
    String claims =
        """
        {"iss":"%s","iat":1795262400,"jti":"%s","patient":"%s","key_hash":"%s","replaces":"%s"}\
        """
            .formatted(
                institution,
                UUID.nameUUIDFromBytes(random(16)),
                HexFormat.of().formatHex(random(16)),
                base64url(sha256(salt, newer)),
                base64url(sha256(olderSalt, evidence.key().publicKey())));
    String jws =
        String.join(".", base64url(header()), base64url(bytes(claims)), base64url(random(64)));
    return new KeyStep.Word(new SignedEvidence.EndorsedKey(newer, salt, jws), olderSalt);
  }

  static SignedEvidence of(List<Provision> provisions) {
    byte[] document = document(provisions);
    byte[] publicKey = random(77);
    byte[] salt = random(32);
    return new SignedEvidence(
        document,
        new SignedEvidence.Assertion(random(37), clientData(document), random(71)),
        List.of(),
        new SignedEvidence.EndorsedKey(publicKey, salt, endorsement(salt, publicKey)));
  }

  private static byte[] document(List<Provision> provisions) {
    String written =
        provisions.stream().map(EvidenceSample::provision).collect(Collectors.joining(","));
    return bytes(
        """
        {"grant":"%s","language":"de","nonce":"%s","previous":"%s","provisions":[%s],\
        "recipient":"jobcenter-nordhausen","textHash":"%s",\
        "type":"https://sociallook.net/consent/grant/v1","version":3}\
        """
            .formatted(
                TokenSample.GRANT.value(),
                base64url(random(32)),
                base64url(random(32)),
                written,
                base64url(random(32))));
  }

  private static String provision(Provision provision) {
    return """
    {"holder":"%s","maxConfidentiality":"%s","permission":"%s","purpose":"%s",\
    "validFrom":"%s","validUntil":"%s"}\
    """
        .formatted(
            provision.holder().value(),
            provision.limits().ceiling().name(),
            provision.permission().code(),
            provision.purpose().code(),
            provision.limits().period().start(),
            provision.limits().period().end());
  }

  private static byte[] clientData(byte[] document) {
    return bytes(
        """
        {"type":"webauthn.get","challenge":"%s","origin":"http://localhost:8080",\
        "crossOrigin":false}\
        """
            .formatted(base64url(sha256(document))));
  }

  private static String endorsement(byte[] salt, byte[] publicKey) {
    byte[] claims =
        bytes(
            """
            {"iss":"youth-office-nordhausen","iat":1795262400,"jti":"%s",\
            "patient":"%s","key_hash":"%s"}\
            """
                .formatted(
                    UUID.nameUUIDFromBytes(random(16)),
                    TokenSample.PATIENT_AT_HOLDER,
                    base64url(sha256(salt, publicKey))));
    return String.join(".", base64url(header()), base64url(claims), base64url(random(64)));
  }

  private static byte[] header() {
    return bytes("{\"kid\":\"youth-1\",\"typ\":\"sociallook-endorsement+jwt\",\"alg\":\"ES256\"}");
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
