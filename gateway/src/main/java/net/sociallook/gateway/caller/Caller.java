package net.sociallook.gateway.caller;

/**
 * An institution's system, known by its TLS certificate.
 *
 * @param thumbprint base64url SHA-256 of the certificate's DER form
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3.1">RFC 8705 §3.1</a>
 */
public record Caller(Institution institution, String thumbprint) {}
