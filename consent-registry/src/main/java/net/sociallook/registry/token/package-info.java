/**
 * Consent tokens: what an institution asks for, what the client's grant allows of it, and the
 * signed token made from that, as {@code docs/protocol.md} section 6 describes it.
 */
package net.sociallook.registry.token;
