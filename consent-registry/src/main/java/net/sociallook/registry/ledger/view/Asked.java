package net.sociallook.registry.ledger.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody asked for, and what was decided. What was not known then is null. */
record Asked(
    UUID id,
    Instant at,
    @Nullable String node,
    @Nullable String requestId,
    String recipient,
    @Nullable String caseworker,
    @Nullable String recipientPseudonym,
    @Nullable String holder,
    @Nullable String holderPseudonym,
    @Nullable String grant,
    @Nullable Integer version,
    @Nullable String token,
    @Nullable String type,
    @Nullable String interaction,
    @Nullable String resource,
    @Nullable String purpose,
    List<String> permissions,
    boolean permitted,
    @Nullable String reason) {

  /** From an intent as it is recorded. */
  static Asked ofIntent(JsonNode body) {
    return new Asked(
        UUID.fromString(body.path("id").asString()),
        Instant.parse(body.path("at").asString()),
        text(body, "node"),
        text(body, "requestId"),
        body.path("recipient").asString(),
        text(body, "caseworker"),
        text(body, "recipientPseudonym"),
        text(body, "holder"),
        text(body, "holderPseudonym"),
        text(body, "grant"),
        body.path("version").isInt() ? Integer.valueOf(body.path("version").asInt()) : null,
        text(body, "token"),
        text(body, "type"),
        text(body, "interaction"),
        text(body, "resource"),
        text(body, "purpose"),
        texts(body.path("permissions")),
        body.path("decision").asString().equals("permit"),
        text(body, "reason"));
  }

  /** From a refused token request as it is recorded. */
  static Asked ofRefusedToken(JsonNode body) {
    JsonNode request = body.path("request");
    return new Asked(
        UUID.fromString(body.path("id").asString()),
        Instant.parse(body.path("at").asString()),
        null,
        null,
        request.path("institution").asString(),
        text(request, "caseworker"),
        text(request, "pseudonym"),
        text(request, "holder"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        text(request, "purpose"),
        texts(request.path("permissions")),
        false,
        text(request, "reason"));
  }

  /** From something that was done as it is recorded; whoever did it asked for nothing. */
  static Asked done(
      JsonNode body, @Nullable String grant, @Nullable Integer version, List<String> permissions) {
    return new Asked(
        UUID.fromString(body.path("id").asString()),
        Instant.parse(body.path("at").asString()),
        null,
        null,
        body.path("institution").asString(),
        text(body, "caseworker"),
        text(body, "pseudonym"),
        null,
        null,
        grant,
        version,
        null,
        null,
        null,
        null,
        null,
        permissions,
        true,
        null);
  }

  /**
   * Without what only the client is to know: why it was denied, and the other institution's id of
   * the client. A holder is not told of the grant.
   */
  Asked redacted(boolean forRecipient) {
    return new Asked(
        id,
        at,
        node,
        requestId,
        recipient,
        caseworker,
        forRecipient ? recipientPseudonym : null,
        holder,
        forRecipient ? null : holderPseudonym,
        forRecipient ? grant : null,
        forRecipient ? version : null,
        forRecipient ? token : null,
        type,
        interaction,
        resource,
        purpose,
        permissions,
        permitted,
        null);
  }

  /** Whether the client looked at her own. */
  boolean isOwn() {
    return recipient.equals(Names.CLIENT_PAGE);
  }

  /** The client's id in this view. */
  Optional<String> pseudonym() {
    return Optional.ofNullable(recipientPseudonym).or(() -> Optional.ofNullable(holderPseudonym));
  }

  private static @Nullable String text(JsonNode body, String member) {
    JsonNode value = body.path(member);
    return value.isString() ? value.asString() : null;
  }

  private static List<String> texts(JsonNode values) {
    return values.valueStream().map(JsonNode::asString).toList();
  }
}
