package net.sociallook.registry.token.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * A request whose parameters are those of its body and no others, each once, in strict UTF-8. The
 * container's own reading would mix in the query and forgive what is broken.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749 §3.2</a>
 */
final class FormRequest extends HttpServletRequestWrapper {
  private final Map<String, String> parameters;

  private FormRequest(HttpServletRequest request, Map<String, String> parameters) {
    super(request);
    this.parameters = parameters;
  }

  /**
   * @throws OAuth2AuthenticationException {@code invalid_request} if the body is no form
   */
  static FormRequest read(HttpServletRequest request, byte[] body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String form = text(body);
    if (!form.isEmpty()) {
      for (String pair : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
          throw malformed();
        }
        String value = decode(pair.substring(equals + 1));
        // RFC 6749 §3.2: a parameter without a value counts as not sent
        if (!value.isEmpty() && parameters.put(decode(pair.substring(0, equals)), value) != null) {
          throw malformed();
        }
      }
    }
    return new FormRequest(request, parameters);
  }

  private static OAuth2AuthenticationException malformed() {
    return OAuthErrors.of(
        OAuth2ErrorCodes.INVALID_REQUEST, "body (expected: a form, each parameter once)");
  }

  private static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char letter = encoded.charAt(i);
      if (letter == '%') {
        bytes.write(hex(encoded, i + 1) << 4 | hex(encoded, i + 2));
        i += 2;
      } else if (letter < 0x80) {
        bytes.write(letter == '+' ? ' ' : letter);
      } else {
        throw malformed();
      }
    }
    return text(bytes.toByteArray());
  }

  private static int hex(String encoded, int at) {
    int digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    if (digit < 0) {
      throw malformed();
    }
    return digit;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed();
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    return parameters.get(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String value = parameters.get(name);
    return value == null ? null : new String[] {value};
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> map = new LinkedHashMap<>();
    parameters.forEach((name, value) -> map.put(name, new String[] {value}));
    return map;
  }
}
