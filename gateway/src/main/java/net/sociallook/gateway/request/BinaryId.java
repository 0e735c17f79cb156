package net.sociallook.gateway.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.ResourceId;

/**
 * The id of a Binary: that of its DocumentReference, a hyphen, and the number of its attachment.
 */
public record BinaryId(ResourceId document, int attachment) {
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,62})-(0|[1-9][0-9]{0,3})");
  private static final int LONGEST = 64;

  /** Empty if no document can have such a Binary. */
  static Optional<BinaryId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return text.length() <= LONGEST && matcher.matches()
        ? Optional.of(
            new BinaryId(new ResourceId(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  public ResourceId value() {
    return new ResourceId(document + "-" + attachment);
  }
}
