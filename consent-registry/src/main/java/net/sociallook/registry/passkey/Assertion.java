package net.sociallook.registry.passkey;

import java.util.UUID;

/**
 * A verified signature of a client's passkey, with the bytes that prove it to others.
 *
 * @param client whose passkey signed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Assertion(
    UUID client,
    byte[] credentialId,
    byte[] authenticatorData,
    byte[] clientData,
    byte[] signature) {}
