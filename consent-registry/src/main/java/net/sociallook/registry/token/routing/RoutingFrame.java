package net.sociallook.registry.token.routing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.grant.WitnessedEvidence;

/** The bytes of a {@link Routing} before they are sealed: {@code docs/protocol.md} section 6. */
final class RoutingFrame {
  private RoutingFrame() {}

  /**
   * @throws IllegalStateException if an endorsement is no compact JWS
   */
  static byte[] of(Routing routing) {
    EvidenceFields evidence =
        switch (routing.evidence()) {
          case SignedEvidence signed -> EvidenceFields.of(signed);
          case WitnessedEvidence witnessed -> EvidenceFields.of(witnessed);
        };
    return PaddedDeflate.pack(
        Fields.of(after(RoutingJson.write(routing), evidence.texts())),
        Fields.of(after(token(routing), evidence.random())));
  }

  private static List<byte[]> after(byte[] first, List<byte[]> others) {
    List<byte[]> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return all;
  }

  private static byte[] token(Routing routing) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(routing.token().getMostSignificantBits())
        .putLong(routing.token().getLeastSignificantBits())
        .array();
  }
}
