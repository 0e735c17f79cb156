/** Who looked at what, or wanted to: the client's log, whole, to filter and to take away. */
package net.sociallook.registry.page.log;
