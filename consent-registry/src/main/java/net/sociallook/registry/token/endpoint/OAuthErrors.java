package net.sociallook.registry.token.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that turns what went wrong at an OAuth endpoint into an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a>
 */
final class OAuthErrors {
  /** RFC 9396 §5. */
  static final String INVALID_AUTHORIZATION_DETAILS = "invalid_authorization_details";

  private static final JsonMapper JSON = JsonMapper.shared();

  private OAuthErrors() {}

  static OAuth2AuthenticationException of(String code) {
    return new OAuth2AuthenticationException(new OAuth2Error(code));
  }

  /**
   * @param description about the question asked; never about a person or a grant
   */
  static OAuth2AuthenticationException of(String code, String description) {
    return new OAuth2AuthenticationException(new OAuth2Error(code, description, null));
  }

  static void answer(HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    OAuth2Error error =
        failure instanceof OAuth2AuthenticationException known
            ? known.getError()
            : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
    answer(response, status(error.getErrorCode()), error);
  }

  static void answer(HttpServletResponse response, int status, OAuth2Error error)
      throws IOException {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("error", error.getErrorCode());
    if (error.getDescription() != null) {
      body.put("error_description", error.getDescription());
    }
    response.setStatus(status);
    response.setContentType("application/json");
    JSON.writeValue(response.getOutputStream(), body);
  }

  private static int status(String code) {
    return switch (code) {
      case OAuth2ErrorCodes.INVALID_CLIENT -> HttpServletResponse.SC_UNAUTHORIZED;
      case OAuth2ErrorCodes.SERVER_ERROR -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
      case OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      default -> HttpServletResponse.SC_BAD_REQUEST;
    };
  }
}
