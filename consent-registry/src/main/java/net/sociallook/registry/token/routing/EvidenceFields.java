package net.sociallook.registry.token.routing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.grant.WitnessedEvidence;

/** The fields of a {@link Routing} that are evidence, in their order. */
final class EvidenceFields {
  private final List<byte[]> texts = new ArrayList<>();
  private final List<byte[]> random = new ArrayList<>();

  private EvidenceFields() {}

  /**
   * @throws IllegalStateException if an endorsement is no compact JWS
   */
  static EvidenceFields of(SignedEvidence evidence) {
    EvidenceFields fields = new EvidenceFields();
    fields.texts.add(evidence.document());
    fields.random.add(evidence.signingKey());
    fields.add(evidence.document(), evidence.assertion());
    Jws endorsement = Jws.of(evidence.key().endorsement());
    fields.texts.add(endorsement.header());
    fields.texts.add(Derived.keyHash(endorsement.claims(), evidence.key()));
    fields.random.add(evidence.key().salt());
    fields.random.add(endorsement.signature());
    for (int i = 0; i < evidence.chain().size(); i++) {
      fields.add(evidence.chain().get(i), older(evidence, i));
    }
    return fields;
  }

  /**
   * @throws IllegalStateException if the statement is no compact JWS
   */
  static EvidenceFields of(WitnessedEvidence evidence) {
    EvidenceFields fields = new EvidenceFields();
    Jws statement = Jws.of(evidence.statement());
    fields.texts.add(evidence.document());
    fields.texts.add(statement.header());
    fields.texts.add(Derived.document(statement.claims(), evidence.document()));
    fields.random.add(statement.signature());
    return fields;
  }

  List<byte[]> texts() {
    return texts;
  }

  List<byte[]> random() {
    return random;
  }

  private static byte[] older(SignedEvidence evidence, int step) {
    return step + 1 < evidence.chain().size()
        ? evidence.chain().get(step + 1).newer()
        : evidence.key().publicKey();
  }

  private void add(KeyStep step, byte[] older) {
    random.add(older);
    switch (step) {
      case KeyStep.ByKey key -> {
        texts.add(Derived.key(key.document(), key.newer()));
        add(key.document(), key.assertion());
      }
      case KeyStep.ByRecovery recovery -> recovery.words().forEach(word -> add(word, older));
    }
  }

  private void add(KeyStep.Word word, byte[] older) {
    Jws endorsement = Jws.of(word.newer().endorsement());
    byte[] claims = Derived.keyHash(endorsement.claims(), word.newer());
    texts.add(endorsement.header());
    texts.add(Derived.replaces(claims, word.olderSalt(), older));
    random.add(word.olderSalt());
    random.add(word.newer().salt());
    random.add(endorsement.signature());
  }

  private void add(byte[] document, SignedEvidence.Assertion assertion) {
    texts.add(Derived.challenge(assertion.clientData(), document));
    random.add(assertion.authenticatorData());
    random.add(assertion.signature());
  }

  /** The three parts of a compact JWS, decoded. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  private record Jws(byte[] header, byte[] claims, byte[] signature) {
    static Jws of(String jws) {
      String[] parts = jws.split("\\.", -1);
      if (parts.length != 3) {
        throw new IllegalStateException(
            "endorsement or statement: " + parts.length + " parts (expected: 3)");
      }
      Base64.Decoder base64url = Base64.getUrlDecoder();
      return new Jws(
          base64url.decode(parts[0]), base64url.decode(parts[1]), base64url.decode(parts[2]));
    }
  }
}
