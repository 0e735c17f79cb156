/**
 * What tests and the pilot need around the services: a certificate authority, a real PostgreSQL, a
 * software passkey, and checks of HTTP answers against the contracts in {@code openapi/}. Never
 * part of a service.
 */
package net.sociallook.testbed;
