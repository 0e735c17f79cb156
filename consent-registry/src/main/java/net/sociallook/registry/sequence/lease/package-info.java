/**
 * The leases of the gateway nodes: how a node learns what was taken back, and how the registry
 * learns that every node knows. Specified in {@code docs/protocol.md}, section 7.
 */
package net.sociallook.registry.sequence.lease;
