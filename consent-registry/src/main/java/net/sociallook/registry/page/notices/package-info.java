/** Where a client says on which devices she is told that there is something new, and of what. */
package net.sociallook.registry.page.notices;
