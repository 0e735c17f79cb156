package net.sociallook.gateway.upstream;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it will be sent to an adapter.
 *
 * @param adapter base URL of the adapter, without {@code /fhir}
 * @param target path and query as sent, rendered from the parsed model
 * @param accept the value of {@code Accept}
 */
public record HolderRequest(
    URI adapter, String target, String accept, UUID requestId, Claims claims) {

  /**
   * What the assertion says about the request besides itself.
   *
   * @param caseworker null where the client asks
   */
  public record Claims(
      String holder,
      UUID ledger,
      String holderPseudonym,
      String recipient,
      @Nullable String caseworker,
      String purpose) {}
}
