package net.sociallook.registry.token.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;

/**
 * The keys that sign consent tokens: EC P-256, each with a key id. A key is published before it
 * signs, and as long as a token it signed can be alive.
 */
public interface SigningKeys {

  /** The key that signs now, with its private part. It is among the published ones. */
  ECKey current();

  /** The public parts of all keys a valid token can be signed with, the current one first. */
  JWKSet published();

  /** The published keys in the same order, and what each of them is for. */
  List<KeyStanding> standings();

  /**
   * Lets the next key sign from now on, if {@code replacing} is the one that signs now; so a call
   * that is repeated because its answer was lost rotates once.
   */
  Rotation rotate(String replacing);
}
