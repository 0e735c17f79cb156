package net.sociallook.registry.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.reach.Reaches;

/**
 * Whoever signed in, for whomever she acts: what is about her own passkey and session alone.
 *
 * @param role for whom she acts; empty: for herself
 * @param credential of the passkey she signed in with; empty where she has just made one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record Person(
    UUID id,
    UUID session,
    Instant expiresAt,
    Optional<Reaches.Role> role,
    Optional<byte[]> credential) {}
