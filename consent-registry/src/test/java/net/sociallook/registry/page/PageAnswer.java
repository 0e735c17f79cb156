package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** What holds for every answer to a browser, whatever was asked and whatever came of it. */
public final class PageAnswer {
  private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");
  private static final Pattern INLINE =
      Pattern.compile("(?i)<style|<script(?![^>]* src=)|<[a-z][^<>]*\\s(style|on[a-z]+)=");

  /** What institutions wrote is passed on as it is, and may do nothing at all. */
  private static final String FILE = "sandbox; default-src 'none'";

  private PageAnswer() {}

  /**
   * The same answer; what is somebody's is kept nowhere, and nothing holds a script or style of its
   * own.
   */
  public static HttpResponse<String> checked(HttpResponse<String> answer) {
    String what = answer.request().method() + " " + answer.uri().getPath();
    assertThat(answer.headers().allValues("content-security-policy"))
        .as(what)
        .singleElement()
        .satisfies(PageAnswer::isStrict);
    assertThat(answer.headers().allValues("cache-control")).as(what).containsExactly(kept(answer));
    assertThat(answer.headers().allValues("x-content-type-options"))
        .as(what)
        .containsExactly("nosniff");
    if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
      String markup = VALUE.matcher(answer.body()).replaceAll("=\"\"");
      assertThat(markup).as(what).doesNotContainPattern(INLINE);
    }
    return answer;
  }

  /** Nothing, but what is the same for everybody: files that are named after their content. */
  private static String kept(HttpResponse<String> answer) {
    String path = answer.uri().getPath();
    if (answer.statusCode() == 200 && path.matches("(/staff)?/assets/.+")) {
      return "max-age=31536000, public, immutable";
    }
    return path.equals("/service-worker.js") ? "no-cache" : "no-store";
  }

  private static void isStrict(String policy) {
    if (!policy.equals(FILE)) {
      assertThat(policy)
          .startsWith("default-src 'none'; style-src 'self'; script-src 'self';")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe", "http:", "https:", "*");
    }
  }
}
