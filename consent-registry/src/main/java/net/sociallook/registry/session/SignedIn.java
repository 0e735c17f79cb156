package net.sociallook.registry.session;

import java.time.Instant;
import java.util.UUID;
import net.sociallook.registry.reach.Reach;

/**
 * The client for whom a request's session acts. A controller that takes it needs a session, and one
 * of the client herself unless the parameter is {@link WithinReach}.
 *
 * @param session its id; not what the cookie holds
 * @param reach of who acts: the client herself, or who does so for her
 */
public record SignedIn(UUID client, UUID session, Instant expiresAt, Reach reach) {

  /** The client herself without a session: she stands before an institution's staff. */
  public static SignedIn inPerson(UUID client) {
    return new SignedIn(client, new UUID(0, 0), Instant.MAX, Reach.OWN);
  }

  /** Whose passkey it is that signs. */
  public UUID signer() {
    return reach.acting().map(Reach.Acting::representative).orElse(client);
  }
}
