/**
 * The client's receipt: to read, to keep, and to verify without us. See {@code docs/receipt.md}.
 */
package net.sociallook.registry.page.receipt;
