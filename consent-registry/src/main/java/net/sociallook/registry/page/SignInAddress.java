package net.sociallook.registry.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.PageForward;

/** Where a request without a session is sent, and how it finds back. */
final class SignInAddress {
  static final String PATH = "/sign-in";
  private static final String STAFF = "/staff/sign-in";
  private static final String STAFF_BY_PASSKEY = "/staff/passkey";

  /** The page on which a client decides, of what is sent from there. */
  private static final Pattern DECIDING =
      Pattern.compile("(/(?:requests|choices)/[0-9a-f-]{36})(?:/.*)?");

  private SignInAddress() {}

  /**
   * What was sent with a form is not repeated after signing in: it leads to the page of the request
   * or the choice where it was sent, else to the start page.
   */
  static Redirect after(HttpServletRequest request) {
    String path = PageForward.isOfStaff(request) ? ofStaff(request) : PATH;
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (!request.getMethod().equals("GET")) {
      Matcher page = DECIDING.matcher(String.valueOf(asked));
      return Redirect.to(path + "?ended=true" + (page.matches() ? "&back=" + page.group(1) : ""));
    }
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String back = Redirect.local(asked + (query == null ? "" : "?" + query));
    return Redirect.to(
        path + "?ended=true&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }

  private static String ofStaff(HttpServletRequest request) {
    return Caller.institution(request).isPresent() ? STAFF : STAFF_BY_PASSKEY;
  }
}
