/**
 * The ledger: an append-only record of every decision and of what came of it. Records of one client
 * form a chain of hashes. Many records share one commit.
 */
package net.sociallook.registry.ledger;
