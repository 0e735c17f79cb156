/** Coming in: a code, a passkey, the digits to compare; signing in and out. */
package net.sociallook.registry.page.arrive;
