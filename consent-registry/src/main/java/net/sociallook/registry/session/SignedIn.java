package net.sociallook.registry.session;

import java.time.Instant;
import java.util.UUID;

/**
 * The client whose session a request carries. A controller that takes it needs a session.
 *
 * @param session its id; not what the cookie holds
 */
public record SignedIn(UUID client, UUID session, Instant expiresAt) {}
