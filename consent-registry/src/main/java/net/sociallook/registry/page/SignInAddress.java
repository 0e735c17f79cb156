package net.sociallook.registry.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a request without a session is sent, and how it finds back. */
final class SignInAddress {
  static final String PATH = "/sign-in";

  private SignInAddress() {}

  /** What was sent with a form is not repeated after signing in: it leads to the start page. */
  static Redirect after(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return Redirect.to(PATH + "?ended=true");
    }
    Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String back = Redirect.local(path + (query == null ? "" : "?" + query));
    return Redirect.to(
        PATH + "?ended=true&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
