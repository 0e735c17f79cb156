package net.sociallook.registry.token.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class FormRequestTest {

  @Test
  void parametersAreThoseOfTheBody() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setParameter("grant_type", "from the query");
    request.setParameter("other", "from the query");

    FormRequest form =
        FormRequest.read(request, bytes("grant_type=client+credentials&a=%C3%A9%26%3D&empty="));

    assertThat(form.getParameter("grant_type")).isEqualTo("client credentials");
    assertThat(form.getParameterValues("a")).containsExactly("é&=");
    assertThat(form.getParameter("empty")).isNull();
    assertThat(form.getParameter("other")).isNull();
    assertThat(form.getParameterValues("other")).isNull();
    assertThat(Collections.list(form.getParameterNames())).containsExactly("grant_type", "a");
    assertThat(form.getParameterMap()).containsOnlyKeys("grant_type", "a");
  }

  @Test
  void emptyBodyHasNoParameters() {
    assertThat(FormRequest.read(new MockHttpServletRequest(), bytes("")).getParameterMap())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1&a=2",
        "a=1&a=1",
        "%61=1&a=2",
        "a",
        "=1",
        "a=1&",
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%ff",
        "a=%C3",
        "a=é",
        "{\"a\":1}",
        "a=%c0%80",
        "a=%-1"
      })
  void brokenBodyIsRefused(String body) {
    assertThatThrownBy(() -> FormRequest.read(new MockHttpServletRequest(), bytes(body)))
        .isInstanceOfSatisfying(
            OAuth2AuthenticationException.class,
            refused -> assertThat(refused.getError().getErrorCode()).isEqualTo("invalid_request"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
