package net.sociallook.registry.token.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sociallook.registry.token.TokenSigner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.http.converter.OAuth2TokenIntrospectionHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what introspection found: as JSON, or signed by the registry for whoever has to show it to
 * somebody else. Signed or not, it says the same.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9701#section-5">RFC 9701 §5</a>
 */
final class IntrospectionAnswer implements AuthenticationSuccessHandler {
  private static final MediaType SIGNED = MediaType.valueOf("application/token-introspection+jwt");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OAuth2TokenIntrospectionHttpMessageConverter converter =
      new OAuth2TokenIntrospectionHttpMessageConverter();
  private final TokenSigner signer;
  private final String issuer;
  private final Clock clock;

  IntrospectionAnswer(TokenSigner signer, String issuer, Clock clock) {
    this.signer = signer;
    this.issuer = issuer;
    this.clock = clock;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication found)
      throws IOException {
    byte[] plain = json((OAuth2TokenIntrospectionAuthenticationToken) found);
    byte[] body = plain;
    MediaType type = MediaType.APPLICATION_JSON;
    if (prefersSigned(request.getHeader(HttpHeaders.ACCEPT))) {
      String caller = ((Authentication) Objects.requireNonNull(found.getPrincipal())).getName();
      body = signed(caller, plain).getBytes(StandardCharsets.US_ASCII);
      type = SIGNED;
    }
    response.setContentType(type.toString());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private String signed(String caller, byte[] plain) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", caller);
    claims.put("iat", clock.instant().getEpochSecond());
    claims.put(
        "token_introspection", JSON.readValue(plain, new TypeReference<Map<String, Object>>() {}));
    return signer.signIntrospection(claims);
  }

  /** Only who names the signed form gets it; {@code *}{@code /*} is JSON. */
  private static boolean prefersSigned(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(accept);
      return accepted.stream()
          .filter(type -> type.getQualityValue() > 0)
          .max(Comparator.comparingDouble(MediaType::getQualityValue))
          .filter(SIGNED::equalsTypeAndSubtype)
          .isPresent();
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private byte[] json(OAuth2TokenIntrospectionAuthenticationToken found) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    converter.write(
        found.getTokenClaims(), MediaType.APPLICATION_JSON, new Captured(new HttpHeaders(), bytes));
    return bytes.toByteArray();
  }

  private record Captured(HttpHeaders getHeaders, ByteArrayOutputStream getBody)
      implements HttpOutputMessage {}
}
