package net.sociallook.registry.token.routing;

import java.nio.ByteBuffer;
import java.util.Base64;
import net.sociallook.registry.grant.SignedEvidence;

/** The bytes of a {@link Routing} before they are sealed: {@code docs/protocol.md} section 6. */
final class RoutingFrame {
  private RoutingFrame() {}

  /**
   * @throws IllegalStateException if the endorsement is no compact JWS
   */
  static byte[] of(Routing routing) {
    SignedEvidence evidence = routing.evidence();
    String[] endorsement = endorsement(evidence.key().endorsement());
    byte[] texts =
        Fields.of(
            RoutingJson.write(routing),
            evidence.document(),
            Derived.challenge(evidence.assertion().clientData(), evidence.document()),
            bytes(endorsement[0]),
            Derived.keyHash(bytes(endorsement[1]), evidence.key()));
    byte[] random =
        Fields.of(
            ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(routing.token().getMostSignificantBits())
                .putLong(routing.token().getLeastSignificantBits())
                .array(),
            evidence.key().publicKey(),
            evidence.assertion().authenticatorData(),
            evidence.assertion().signature(),
            evidence.key().salt(),
            bytes(endorsement[2]));
    return PaddedDeflate.pack(texts, random);
  }

  private static String[] endorsement(String jws) {
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalStateException("endorsement: " + parts.length + " parts (expected: 3)");
    }
    return parts;
  }

  private static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }
}
