package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** What holds for every answer to a browser, whatever was asked and whatever came of it. */
public final class PageAnswer {
  private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");
  private static final Pattern INLINE =
      Pattern.compile("(?i)<style|<script(?![^>]* src=)|<[a-z][^<>]*\\s(style|on[a-z]+)=");

  private PageAnswer() {}

  /** The same answer; it is kept nowhere, and holds neither script nor style of its own. */
  public static HttpResponse<String> checked(HttpResponse<String> answer) {
    String what = answer.request().method() + " " + answer.uri().getPath();
    assertThat(answer.headers().allValues("content-security-policy"))
        .as(what)
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; style-src 'self'; script-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(answer.headers().allValues("cache-control"))
        .as(what)
        .containsExactly(what.equals("GET /service-worker.js") ? "no-cache" : "no-store");
    assertThat(answer.headers().allValues("x-content-type-options"))
        .as(what)
        .containsExactly("nosniff");
    if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
      String markup = VALUE.matcher(answer.body()).replaceAll("=\"\"");
      assertThat(markup).as(what).doesNotContainPattern(INLINE);
    }
    return answer;
  }
}
