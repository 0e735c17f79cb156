/**
 * What gateway nodes record: decisions before they act on them (intents), and what came of them
 * (outcomes). The messages are specified in {@code docs/protocol.md}, section 8.
 */
package net.sociallook.registry.ledger.intake;
