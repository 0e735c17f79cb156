package net.sociallook.gateway.token;

import java.net.URI;

/**
 * What every token must name.
 *
 * @param rpId WebAuthn relying party id of the page that clients sign on
 * @param origin of that page
 */
public record Expectations(URI issuer, URI audience, String rpId, String origin) {}
