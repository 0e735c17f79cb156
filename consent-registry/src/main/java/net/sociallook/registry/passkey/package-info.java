/**
 * Passkeys of clients: the ceremonies of registering one and of signing with one.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication, Level 3</a>
 */
package net.sociallook.registry.passkey;
