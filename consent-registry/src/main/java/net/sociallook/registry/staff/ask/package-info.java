/** Asking a client for a grant, and what came of it: nothing but whether it was granted. */
package net.sociallook.registry.staff.ask;
