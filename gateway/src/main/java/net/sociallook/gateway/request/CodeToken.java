package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code to search for.
 *
 * @param system empty where any system will do
 * @see <a href="https://hl7.org/fhir/R4/search.html#token">FHIR R4, token search</a>
 */
public record CodeToken(Optional<String> system, String code) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([a-z][a-z0-9+.-]{1,10}:[A-Za-z0-9._~:/#-]{1,200})\\|)?([A-Za-z0-9._/-]{1,64})");

  static CodeToken parse(String text) {
    Matcher matcher = FORM.matcher(text);
    unless(matcher.matches(), Misfit.NOT_UNDERSTOOD);
    return new CodeToken(Optional.ofNullable(matcher.group(1)), matcher.group(2));
  }

  String render() {
    return system.map(uri -> uri + "|").orElse("") + code;
  }
}
