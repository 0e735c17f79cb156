package net.sociallook.registry.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a token that this registry signed still counts. */
public final class TokenStanding {
  private final JdbcClient jdbc;
  private final TokenRevocations revocations;
  private final Clock clock;

  public TokenStanding(JdbcClient jdbc, TokenRevocations revocations, Clock clock) {
    this.jdbc = jdbc;
    this.revocations = revocations;
    this.clock = clock;
  }

  /**
   * Not expired, not revoked, and made from a version of its grant that is not below the lowest
   * live one.
   */
  public boolean isLive(JWTClaimsSet claims) {
    return isWithinItsTime(claims)
        && !revocations.contains(UUID.fromString(claims.getJWTID()))
        && isVersionLive(claims);
  }

  /** Whether the token has not ended by itself. */
  public boolean isWithinItsTime(JWTClaimsSet claims) {
    return clock.instant().isBefore(claims.getExpirationTime().toInstant());
  }

  /** Notes within the caller's transaction that a token does not count any more. */
  void revoke(UUID token, Instant expiresAt) {
    revocations.add(token, expiresAt);
  }

  private boolean isVersionLive(JWTClaimsSet claims) {
    try {
      Map<String, Object> grant = claims.getJSONObjectClaim("grant");
      UUID id = UUID.fromString(String.valueOf(grant.get("id")));
      return grant.get("version") instanceof Number version
          && lowestLiveVersion(id).filter(lowest -> version.intValue() >= lowest).isPresent();
    } catch (ParseException ours) {
      throw new IllegalStateException("grant: not readable (expected: as it was signed)", ours);
    }
  }

  private Optional<Integer> lowestLiveVersion(UUID grant) {
    return jdbc.sql("select lowest_live_version from consent_grant where id = :grant")
        .param("grant", grant)
        .query(Integer.class)
        .optional();
  }
}
