package net.sociallook.adapter.provider;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A resource of the server that a reference or an address leads to, in whatever form. */
record Pointer(String type, String id) {
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Z][A-Za-z]{1,40})/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?");

  /**
   * @param reference relative or absolute, with or without a version
   * @param base of the server
   * @return empty where there is none, or it leads to another server
   */
  static Optional<Pointer> of(@Nullable String reference, URI base) {
    if (reference == null) {
      return Optional.empty();
    }
    String own = base + "/";
    Matcher form =
        FORM.matcher(reference.startsWith(own) ? reference.substring(own.length()) : reference);
    return form.matches()
        ? Optional.of(new Pointer(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** The id, if it is one of this type. */
  Optional<String> idOf(String wanted) {
    return type.equals(wanted) ? Optional.of(id) : Optional.empty();
  }
}
