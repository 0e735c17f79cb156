package net.sociallook.adapter.youthoffice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which document of which case file; as an id {@code akte-17-3}. */
record DocumentKey(long caseFile, int number) {
  private static final Pattern FORM = Pattern.compile("akte-([1-9][0-9]{0,17})-([1-9][0-9]{0,8})");

  static Optional<DocumentKey> parse(String id) {
    Matcher form = FORM.matcher(id);
    return form.matches()
        ? Optional.of(
            new DocumentKey(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  String id() {
    return "akte-" + caseFile + "-" + number;
  }
}
