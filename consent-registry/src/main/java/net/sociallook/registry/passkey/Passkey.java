package net.sociallook.registry.passkey;

import java.util.UUID;

/**
 * A client's credential.
 *
 * @param publicKey COSE, ES256
 * @param signCount the last one seen
 */
@SuppressWarnings("ArrayRecordComponent")
public record Passkey(byte[] credentialId, UUID client, byte[] publicKey, long signCount) {}
