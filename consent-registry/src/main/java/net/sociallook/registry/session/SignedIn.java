package net.sociallook.registry.session;

import java.time.Instant;
import java.util.UUID;

/** The client whose session a request carries. A controller that takes it needs a session. */
public record SignedIn(UUID client, Instant expiresAt) {}
