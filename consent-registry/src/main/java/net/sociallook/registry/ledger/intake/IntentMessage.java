package net.sociallook.registry.ledger.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway node is about to do, or to refuse. What is not known is null.
 *
 * @param at the node's clock
 * @param recipient who asks, known by certificate
 * @param token {@code jti}
 * @param resource id, for a read
 * @param decision {@code permit} or {@code deny}
 * @param reason code of a denial; null for a permit
 */
public record IntentMessage(
    @JsonProperty(required = true) UUID id,
    @JsonProperty(required = true) String node,
    @JsonProperty(required = true) Instant at,
    @JsonProperty(required = true) UUID requestId,
    @JsonProperty(required = true) String recipient,
    @Nullable String caseworker,
    @Nullable String recipientPseudonym,
    @Nullable String holder,
    @Nullable String holderPseudonym,
    @Nullable UUID grant,
    @Nullable Integer version,
    @Nullable String token,
    @Nullable String type,
    @Nullable String interaction,
    @Nullable String resource,
    @Nullable String purpose,
    @JsonProperty(required = true) String decision,
    @Nullable String reason,
    @Nullable List<String> permissions) {
  private static final Set<String> DECISIONS = Set.of("permit", "deny");
  private static final int MOST_PERMISSIONS = 20;

  public IntentMessage {
    Form.NAME.require("node", node);
    Form.INSTITUTION.require("recipient", recipient);
    Form.NAME.requireUnlessNull("caseworker", caseworker);
    Form.PSEUDONYM.requireUnlessNull("recipientPseudonym", recipientPseudonym);
    Form.INSTITUTION.requireUnlessNull("holder", holder);
    Form.PSEUDONYM.requireUnlessNull("holderPseudonym", holderPseudonym);
    Form.TOKEN.requireUnlessNull("token", token);
    Form.RESOURCE_TYPE.requireUnlessNull("type", type);
    Form.CODE.requireUnlessNull("interaction", interaction);
    Form.RESOURCE_ID.requireUnlessNull("resource", resource);
    Form.PURPOSE.requireUnlessNull("purpose", purpose);
    Form.CODE.requireUnlessNull("reason", reason);
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    permissions.forEach(permission -> Form.CODE.require("permissions", permission));
    if (!DECISIONS.contains(decision) || permissions.size() > MOST_PERMISSIONS) {
      throw new IllegalArgumentException("decision (expected: permit, deny)");
    }
    requireWhole(decision, reason, holder, type);
  }

  private static void requireWhole(
      String decision, @Nullable String reason, @Nullable String holder, @Nullable String type) {
    boolean permit = decision.equals("permit");
    if (permit == (reason != null)) {
      throw new IllegalArgumentException("reason (expected: for a denial, and only then)");
    }
    if (permit && (holder == null || type == null)) {
      throw new IllegalArgumentException("permit (expected: with holder and type)");
    }
  }

  public boolean permits() {
    return decision.equals("permit");
  }
}
