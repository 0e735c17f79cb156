package net.sociallook.gateway.token;

import java.util.List;

/**
 * The client's own signature: {@code docs/protocol.md} section 6.
 *
 * @param document the signed document, in the bytes that were signed
 * @param chain from the key that signed to the endorsed one; empty when they are the same
 * @param endorsed the key that an institution vouches for
 */
record PasskeyEvidence(byte[] document, Assertion assertion, List<Step> chain, EndorsedKey endorsed)
    implements Evidence {
  PasskeyEvidence {
    chain = List.copyOf(chain);
  }

  @Override
  public String fingerprint() {
    byte[] steps = Digest.each(chain.stream().map(Step::digest).toArray(byte[][]::new));
    return Base64Url.encode(Digest.each(document, assertion.digest(), steps, endorsed.digest()));
  }
}
