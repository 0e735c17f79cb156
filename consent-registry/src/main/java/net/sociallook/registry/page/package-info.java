/**
 * The client's page: HTML made on the server, in five languages, which works without script but for
 * passkeys. Here is what all its parts share; each part has a package of its own. How to add one:
 * {@code docs/page.md}.
 */
package net.sociallook.registry.page;
