package net.sociallook.registry.token.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * The keys that sign consent tokens: EC P-256, each with a key id. A key is published before it
 * signs, and as long as a token it signed can be alive.
 */
public interface SigningKeys {

  /** The key that signs now, with its private part. It is among the published ones. */
  ECKey current();

  /** The public parts of all keys a valid token can be signed with, the current one first. */
  JWKSet published();
}
