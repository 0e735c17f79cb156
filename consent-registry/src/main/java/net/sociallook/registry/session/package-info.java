/** Signing in with a passkey, and who is signed in. */
package net.sociallook.registry.session;
