package net.sociallook.adapter.link;

import java.util.regex.Pattern;

/** The form of an existing system's own ids of clients: printable, without blanks. */
final class LocalIds {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1,64}");

  private LocalIds() {}

  static boolean isLocalId(String value) {
    return FORM.matcher(value).matches();
  }

  static String check(String value) {
    if (!isLocalId(value)) {
      throw new IllegalArgumentException("localId: malformed (expected: 1 to 64 visible signs)");
    }
    return value;
  }
}
