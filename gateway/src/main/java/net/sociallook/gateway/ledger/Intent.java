package net.sociallook.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision, written before anything goes upstream. Mirrors the wire message; what is not known is
 * null.
 */
public record Intent(
    UUID id,
    String node,
    Instant at,
    UUID requestId,
    String recipient,
    @Nullable String caseworker,
    @Nullable String recipientPseudonym,
    @Nullable String holder,
    @Nullable String holderPseudonym,
    @Nullable String grant,
    @Nullable Integer version,
    @Nullable UUID token,
    @Nullable String type,
    @Nullable String interaction,
    @Nullable String resource,
    @Nullable String purpose,
    String decision,
    @Nullable String reason,
    List<String> permissions) {
  public Intent {
    permissions = List.copyOf(permissions);
  }
}
