package net.sociallook.testbed.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What every refusal of an adapter looks like. */
public final class Refused {
  private Refused() {}

  public static void assertRefused(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains("\"" + code + "\"").doesNotContain("Exception");
    assertThat(response.headers().firstValue("SocialLook-Boot")).isPresent();
    assertThat(response.headers().firstValue("SocialLook-Monotonic")).isPresent();
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
