/** What clients allow: proposed, signed, versioned, narrowed and taken back. */
package net.sociallook.registry.grant;
