/** What the ledger has that clients are to be told of: first looks, and messages. */
package net.sociallook.registry.news;
