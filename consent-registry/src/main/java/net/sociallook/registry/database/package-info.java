/**
 * The database: two roles, and settings that keep what was committed.
 *
 * <p>The <em>owner</em> owns schema {@code registry} and runs the migrations at start; nothing
 * else. The <em>service</em> role is what the running registry connects as. It is created by the
 * owner when it does not exist yet, and gets only what a migration grants it by name (placeholder
 * {@code ${service}}): no migration may grant it UPDATE or DELETE on a table of the ledger.
 */
package net.sociallook.registry.database;
