/** One grant: what it allows, what it was, and taking it back. */
package net.sociallook.registry.page.grants;
