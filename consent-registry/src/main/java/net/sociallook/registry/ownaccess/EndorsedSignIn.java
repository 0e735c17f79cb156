package net.sociallook.registry.ownaccess;

import java.time.Instant;
import java.util.List;
import net.sociallook.consent.Block;
import net.sociallook.registry.grant.SignedEvidence;

/**
 * A live session, as it proves to gateways that the client herself asks a holder.
 *
 * @param pseudonym of the client at the holder, which has endorsed her key for it
 * @param expires the end of the session, or of what a representative may, whichever is earlier
 * @param readAt number of the withdrawal sequence at which the session was alive
 * @param blocks all that stand
 */
record EndorsedSignIn(
    String pseudonym, Instant expires, long readAt, List<Block> blocks, SignedEvidence evidence) {}
