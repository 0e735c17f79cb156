package net.sociallook.gateway.token;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads the evidence in a frame, completed by what can be computed. */
final class EvidenceReader {
  private final Iterator<byte[]> texts;
  private final Iterator<byte[]> random;

  private EvidenceReader(RoutingFrame frame) {
    this.texts = frame.texts().iterator();
    this.random = frame.random().iterator();
  }

  static Evidence read(RoutingFrame frame, RoutingText text) {
    EvidenceReader reader = new EvidenceReader(frame);
    reader.texts.next();
    reader.random.next();
    return text.witnessed() ? reader.testimony() : reader.passkey(text.chain());
  }

  private Testimony testimony() {
    byte[] document = texts.next();
    byte[] header = texts.next();
    byte[] claims = Derived.document(texts.next(), document);
    return new Testimony(document, jws(header, claims, random.next()));
  }

  private PasskeyEvidence passkey(List<StepKind> chain) {
    byte[] document = texts.next();
    byte[] publicKey = random.next();
    Assertion assertion = assertion(document, publicKey);
    byte[] header = texts.next();
    byte[] claims = texts.next();
    byte[] salt = random.next();
    byte[] signature = random.next();
    List<Step> steps = new ArrayList<>();
    byte[] key = publicKey;
    for (StepKind kind : chain) {
      Step step = step(kind, key);
      steps.add(step);
      key = step.older();
    }
    String endorsement = jws(header, Derived.keyHash(claims, salt, key), signature);
    return new PasskeyEvidence(document, assertion, steps, new EndorsedKey(key, salt, endorsement));
  }

  private Step step(StepKind kind, byte[] newer) {
    return switch (kind) {
      case KEY -> byKey(newer);
      case RECOVERY -> byRecovery(newer, 1);
      case RECOVERY_BY_TWO -> byRecovery(newer, 2);
    };
  }

  private Step byKey(byte[] newer) {
    byte[] document = Derived.key(texts.next(), newer);
    return new Step.ByKey(document, assertion(document, random.next()));
  }

  private Step byRecovery(byte[] newer, int count) {
    byte[] older = random.next();
    List<Step.Replacement> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] header = texts.next();
      byte[] olderSalt = random.next();
      byte[] newerSalt = random.next();
      byte[] claims =
          Derived.replaces(Derived.keyHash(texts.next(), newerSalt, newer), olderSalt, older);
      String endorsement = jws(header, claims, random.next());
      words.add(new Step.Replacement(new EndorsedKey(newer, newerSalt, endorsement), olderSalt));
    }
    return new Step.ByRecovery(older, words);
  }

  private Assertion assertion(byte[] document, byte[] publicKey) {
    byte[] clientData = Derived.challenge(texts.next(), document);
    return new Assertion(publicKey, random.next(), clientData, random.next());
  }

  private static String jws(byte[] header, byte[] claims, byte[] signature) {
    return String.join(
        ".", Base64Url.encode(header), Base64Url.encode(claims), Base64Url.encode(signature));
  }
}
