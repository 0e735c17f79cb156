package net.sociallook.consent;

import java.util.List;

/**
 * A request that was permitted, with what each returned resource is then decided on.
 *
 * @param blocks the client's blocks; they do not apply to own access
 */
public record Admission(AccessRequest request, Basis basis, List<Block> blocks) {
  public Admission {
    blocks = List.copyOf(blocks);
    boolean own = request instanceof AccessRequest.ByClient;
    if (own != basis instanceof Basis.OwnAccess) {
      throw new IllegalArgumentException(
          "basis: " + basis + " (expected: of the kind of the request)");
    }
  }
}
