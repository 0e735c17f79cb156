package net.sociallook.gateway.lease;

import java.util.UUID;
import net.sociallook.consent.GrantId;

/**
 * What the life of a token hangs on.
 *
 * @param grant the grant the token was made from
 * @param version of the grant
 * @param jti the token's id
 * @param readAt the number of the withdrawal sequence at which the grant was read
 */
public record TokenStanding(GrantId grant, int version, UUID jti, long readAt) {}
