package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletRequest;

/** Who of an institution's staff calls with a passkey of her own. */
public interface KnownStaff {

  /** Whether the request carries a session that is alive. */
  boolean isSignedIn(HttpServletRequest request);

  /** Whether it carries one at all. */
  boolean wasSignedIn(HttpServletRequest request);
}
