package net.sociallook.registry.ownaccess;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Purpose;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.token.AuthorizationDetails;
import net.sociallook.registry.token.TokenProperties;
import net.sociallook.registry.token.TokenSigner;
import net.sociallook.registry.token.routing.Routing;
import net.sociallook.registry.token.routing.RoutingSeal;

/**
 * Makes own-access tokens, for the page of this registry and nobody else: {@code docs/protocol.md}
 * section 6.
 */
final class OwnAccessTokens {
  static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String PAGE = "client-page";

  private final RoutingSeal seal;
  private final TokenSigner signer;
  private final TokenProperties properties;
  private final GatewayIdentity identity;

  OwnAccessTokens(
      RoutingSeal seal, TokenSigner signer, TokenProperties properties, GatewayIdentity identity) {
    this.seal = seal;
    this.signer = signer;
    this.properties = properties;
    this.identity = identity;
  }

  /**
   * @param id of the token to be
   * @param draft empty for the client's own eyes
   */
  record Wanted(UUID id, SignedIn signedIn, InstitutionId holder, Optional<Draft> draft) {}

  /** Empty when less than a whole second of the session is left. */
  Optional<Ticket> make(Wanted wanted, EndorsedSignIn proof, Instant now) {
    Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
    Instant latest = issuedAt.plus(LONGEST);
    Instant end = proof.expires().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = end.isBefore(latest) ? end : latest;
    if (!issuedAt.isBefore(expiresAt)) {
      return Optional.empty();
    }
    UUID id = wanted.id();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", properties.issuer());
    claims.put("sub", PAGE);
    claims.put("client_id", PAGE);
    claims.put("aud", properties.audience());
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("nbf", issuedAt.getEpochSecond());
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("jti", id.toString());
    claims.put("cnf", identity.confirmation().claim());
    claims.put("purpose", Purpose.OWN_ACCESS.code());
    claims.put(
        "session", Map.of("id", wanted.signedIn().session().toString(), "read_at", proof.readAt()));
    claims.put("holder", wanted.holder().value());
    wanted.draft().ifPresent(draft -> claims.put("preview", preview(draft)));
    List<Block> blocks = wanted.draft().isPresent() ? proof.blocks() : List.of();
    claims.put(
        "routing",
        seal.seal(
            new Routing(id, Map.of(wanted.holder(), proof.pseudonym()), blocks, proof.evidence())));
    return Optional.of(
        new Ticket(wanted.holder(), proof.pseudonym(), signer.signOwnAccess(claims)));
  }

  private static Map<String, Object> preview(Draft draft) {
    Map<String, Object> preview = new LinkedHashMap<>();
    preview.put("recipient", draft.recipient().value());
    preview.put("caseworker", draft.caseworker().id().value());
    draft.caseworker().team().ifPresent(team -> preview.put("team", team.value()));
    preview.put("authorization_details", AuthorizationDetails.of(List.of(draft.provision())));
    return preview;
  }
}
