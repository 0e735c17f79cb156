/**
 * Passkeys of the people who work at an institution: the institution gives a person a code, with it
 * she makes a passkey on her own device, and with that she signs in.
 */
package net.sociallook.registry.staff.person;
