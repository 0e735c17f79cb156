package net.sociallook.registry.token.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What holds for every OAuth endpoint that is posted to: a short form by POST, answers that nobody
 * keeps, and an RFC 6749 error whatever happens.
 */
final class OAuthDoor extends OncePerRequestFilter {
  /** The longest honest request is a token of 6 KB to introspect. */
  static final int MOST_BYTES = 16 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(OAuthDoor.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method (expected: POST)");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "body (expected: at most " + MOST_BYTES + " bytes)");
      return;
    }
    try {
      rest.doFilter(form(request, body), response);
    } catch (OAuth2AuthenticationException refused) {
      OAuthErrors.answer(response, refused);
    } catch (RuntimeException defect) {
      unavailable(response, defect);
    }
  }

  private static FormRequest form(HttpServletRequest request, byte[] body) {
    if (!isForm(request.getContentType())) {
      throw OAuthErrors.of(
          OAuth2ErrorCodes.INVALID_REQUEST,
          "content type (expected: application/x-www-form-urlencoded)");
    }
    if (request.getQueryString() != null) {
      throw OAuthErrors.of(
          OAuth2ErrorCodes.INVALID_REQUEST, "query (expected: none, parameters in the body)");
    }
    return FormRequest.read(request, body);
  }

  private static boolean isForm(String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
              MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** Whatever could not be found out is refused, and may be tried again. */
  private static void unavailable(HttpServletResponse response, RuntimeException defect)
      throws IOException {
    log(defect);
    if (response.isCommitted()) {
      throw defect;
    }
    response.resetBuffer();
    response.setHeader("Retry-After", "1");
    OAuthErrors.answer(
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE));
  }

  /** A database tells its errors with the values of rows: of those only the kind is logged. */
  private static void log(RuntimeException failure) {
    if (failure instanceof NestedRuntimeException outside) {
      LOG.warn("OAuth request not answered: {}", outside.getClass().getSimpleName());
    } else {
      LOG.error("OAuth request failed", failure);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String description)
      throws IOException {
    OAuthErrors.answer(
        response, status, new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
  }
}
