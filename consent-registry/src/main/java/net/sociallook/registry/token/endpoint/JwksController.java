package net.sociallook.registry.token.endpoint;

import java.util.Map;
import net.sociallook.registry.token.key.SigningKeys;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public keys that tokens are signed with, for institutions and, on their own port, gateways.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
@RestController
class JwksController {
  private final SigningKeys keys;

  JwksController(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping(
      path = {"/oauth2/jwks", "/jwks"},
      produces = "application/json")
  Map<String, Object> jwks() {
    return keys.published().toJSONObject();
  }
}
