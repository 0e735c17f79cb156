package net.sociallook.registry.device;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey, as the client knows it.
 *
 * @param id for addresses: base64url SHA-256 of the credential id
 * @param name as she calls it
 * @param kind of the browser
 */
public record Device(
    String id,
    Optional<String> name,
    Optional<String> kind,
    Instant since,
    Optional<Instant> lastUsed,
    boolean thisOne) {}
