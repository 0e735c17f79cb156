package net.sociallook.registry.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one place that says which path answers on which port, and who must be known before it does. A
 * path that is not listed answers nowhere.
 */
final class PathTable {

  /** Who must be known before a path is answered. */
  enum Guard {
    /** Nobody, or the endpoint refuses callers by a protocol of its own. */
    NONE,
    /** An institution of the directory, by its certificate. */
    INSTITUTION,
    /** A gateway node, by its certificate. */
    GATEWAY,
    /** Unsafe methods come from the page itself: same origin, and JSON. */
    PAGE,
    /** Unsafe methods are forms of the page itself: same origin, and URL-encoded. */
    FORM,
    /** An institution of the directory or one of its staff, and forms of their own page. */
    STAFF,
    /** Forms of the staff's page, from whoever is about to sign in to it. */
    STAFF_DOOR,
    /** As staff, for a form with a file. */
    STAFF_UPLOAD
  }

  record Entry(Port port, Guard guard, PathPattern pattern) {
    private static final int SHEET = 10 * 1024 * 1024;

    /** The largest body, in bytes. */
    int largestBody() {
      return takesFile() ? SHEET + port.largestBody() : port.largestBody();
    }

    boolean takesFile() {
      return guard == Guard.STAFF_UPLOAD;
    }
  }

  private static final List<Entry> ENTRIES =
      List.of(
          on(Port.INSTITUTIONS, Guard.NONE, "/.well-known/*"),
          on(Port.INSTITUTIONS, Guard.NONE, "/oauth2/**"),
          on(Port.INSTITUTIONS, Guard.NONE, "/openapi/*"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/institutions"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/services"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/invitations/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/captures/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/consents/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/consent-requests/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/questions/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/audit/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/fhir/**"),
          on(Port.INSTITUTIONS, Guard.INSTITUTION, "/withdrawals"),
          on(Port.INSTITUTIONS, Guard.NONE, "/staff/assets/*"),
          on(Port.INSTITUTIONS, Guard.STAFF_DOOR, "/staff/language"),
          on(Port.INSTITUTIONS, Guard.STAFF_DOOR, "/staff/passkey/**"),
          on(Port.INSTITUTIONS, Guard.STAFF_UPLOAD, "/staff/captures/*/scan"),
          on(Port.INSTITUTIONS, Guard.STAFF, "/staff/**"),
          on(Port.GATEWAYS, Guard.GATEWAY, "/leases/**"),
          on(Port.GATEWAYS, Guard.GATEWAY, "/intents"),
          on(Port.GATEWAYS, Guard.GATEWAY, "/outcomes"),
          on(Port.GATEWAYS, Guard.GATEWAY, "/jwks"),
          on(Port.BROWSER, Guard.PAGE, "/api/**"),
          on(Port.BROWSER, Guard.FORM, "/"),
          on(Port.BROWSER, Guard.FORM, "/accessibility"),
          on(Port.BROWSER, Guard.FORM, "/acting/**"),
          on(Port.BROWSER, Guard.FORM, "/arrive/**"),
          on(Port.BROWSER, Guard.FORM, "/assets/*"),
          on(Port.BROWSER, Guard.FORM, "/blocks/**"),
          on(Port.BROWSER, Guard.FORM, "/choices/**"),
          on(Port.BROWSER, Guard.FORM, "/grants/**"),
          on(Port.BROWSER, Guard.FORM, "/devices/**"),
          on(Port.BROWSER, Guard.FORM, "/help"),
          on(Port.BROWSER, Guard.FORM, "/join/**"),
          on(Port.BROWSER, Guard.FORM, "/language"),
          on(Port.BROWSER, Guard.FORM, "/manifest.webmanifest"),
          on(Port.BROWSER, Guard.FORM, "/notices/**"),
          on(Port.BROWSER, Guard.FORM, "/offline"),
          on(Port.BROWSER, Guard.FORM, "/own/**"),
          on(Port.BROWSER, Guard.FORM, "/log/**"),
          on(Port.BROWSER, Guard.FORM, "/privacy"),
          on(Port.BROWSER, Guard.FORM, "/recovery/**"),
          on(Port.BROWSER, Guard.FORM, "/representatives"),
          on(Port.BROWSER, Guard.FORM, "/requests/**"),
          on(Port.BROWSER, Guard.FORM, "/service-worker.js"),
          on(Port.BROWSER, Guard.FORM, "/sign-in"),
          on(Port.BROWSER, Guard.FORM, "/sign-out"),
          on(Port.BROWSER, Guard.FORM, "/signed-out"),
          on(Port.BROWSER, Guard.FORM, "/withdraw/**"));

  private PathTable() {}

  private static Entry on(Port port, Guard guard, String pattern) {
    return new Entry(port, guard, PathPatternParser.defaultInstance.parse(pattern));
  }

  static Optional<Entry> find(PathContainer path) {
    return ENTRIES.stream().filter(entry -> entry.pattern().matches(path)).findFirst();
  }
}
