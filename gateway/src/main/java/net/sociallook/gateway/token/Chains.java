package net.sociallook.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;

/**
 * Whether each key of a chain is the same client's as the one before: {@code docs/protocol.md}
 * section 6. An older key of hers says so, or two institutions that know her, or one of them three
 * days ago.
 */
class Chains {
  static final int MOST_STEPS = 3;
  static final Duration OBJECTION = Duration.ofHours(72);

  private final PasskeySignature passkey;
  private final Endorsements endorsements;

  Chains(PasskeySignature passkey, Endorsements endorsements) {
    this.passkey = passkey;
    this.endorsements = endorsements;
  }

  /**
   * What the institution says of the key to which the evidence leads; empty where it leads to none.
   *
   * @throws IllegalArgumentException if a step or an endorsement is not of its form
   */
  final Optional<Endorsements.Endorsed> endorsed(PasskeyEvidence evidence, Instant now) {
    return hold(evidence, now)
        ? endorsements.of(evidence.endorsed()).filter(by -> canBeReached(evidence.chain(), by))
        : Optional.empty();
  }

  /** A representative's key stands for itself alone. */
  boolean canBeReached(List<Step> chain, Endorsements.Endorsed by) {
    return chain.isEmpty() || by.representation().isEmpty();
  }

  private boolean hold(PasskeyEvidence evidence, Instant now) {
    if (!isShort(evidence.chain())) {
      return false;
    }
    byte[] newer = evidence.assertion().publicKey();
    for (Step step : evidence.chain()) {
      if (!holds(step, newer, now)) {
        return false;
      }
      newer = step.older();
    }
    return true;
  }

  private boolean holds(Step step, byte[] newer, Instant now) {
    return switch (step) {
      case Step.ByKey key -> names(key, newer) && isSigned(key);
      case Step.ByRecovery recovery -> {
        List<Endorsements.Endorsed> words =
            recovery.words().stream()
                .map(word -> replacement(word, recovery.older()))
                .flatMap(Optional::stream)
                .toList();
        yield words.size() == recovery.words().size() && suffice(words, now);
      }
    };
  }

  boolean isShort(List<Step> chain) {
    return chain.size() <= MOST_STEPS;
  }

  boolean names(Step.ByKey step, byte[] newer) {
    return KeyDocument.read(step.document()).names(newer);
  }

  boolean isSigned(Step.ByKey step) {
    return passkey.verifies(step.document(), step.assertion());
  }

  /** The institution's word, if it is one for this very pair of keys. */
  Optional<Endorsements.Endorsed> replacement(Step.Replacement word, byte[] older) {
    String replaced = Base64Url.encode(Digest.sha256(word.olderSalt(), older));
    return endorsements
        .of(word.newer())
        .filter(said -> said.patient().isPresent() && said.representation().isEmpty())
        .filter(said -> said.replaces().equals(Optional.of(replaced)));
  }

  private boolean suffice(List<Endorsements.Endorsed> words, Instant now) {
    return switch (words.size()) {
      case 1 -> isOld(words.getFirst(), now);
      case 2 -> areTwo(words.get(0).issuer(), words.get(1).issuer());
      default -> false;
    };
  }

  /** Long enough for the client's other devices to say no. */
  boolean isOld(Endorsements.Endorsed word, Instant now) {
    return !word.origin().issuedAt().plus(OBJECTION).isAfter(now);
  }

  boolean areTwo(InstitutionId one, InstitutionId other) {
    return !one.equals(other);
  }
}
