package net.sociallook.registry.request;

import java.util.List;
import java.util.Objects;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What an institution sends.
 *
 * @param patient its own pseudonym of the client
 * @param requester the caseworker who asks
 * @param reason for the client to read
 */
record RequestForm(
    @Nullable String patient,
    @Nullable String requester,
    @Nullable List<AskedProvision> provisions,
    @Nullable String reason) {
  private static final int MOST_PROVISIONS = 20;
  private static final int LONGEST_REASON = 4_000;

  String pseudonym() {
    return given("patient", patient);
  }

  CaseworkerId caseworker() {
    return new CaseworkerId(given("requester", requester));
  }

  /**
   * @throws Refused if it has no provisions or no readable reason
   */
  ConsentRequest.Content content() {
    List<AskedProvision> asked = provisions == null ? List.of() : provisions;
    if (asked.isEmpty()
        || asked.size() > MOST_PROVISIONS
        || asked.stream().anyMatch(Objects::isNull)) {
      throw malformed("provisions: " + asked.size() + " (expected: 1 to " + MOST_PROVISIONS + ")");
    }
    String text = given("reason", reason);
    if (text.codePointCount(0, text.length()) > LONGEST_REASON || !isReadable(text)) {
      throw malformed(
          "reason: too long, or not text (expected: at most " + LONGEST_REASON + " characters)");
    }
    return new ConsentRequest.Content(asked, text);
  }

  private static boolean isReadable(String text) {
    return text.codePoints()
        .allMatch(c -> c == '\n' || c == '\t' || !(Character.isISOControl(c) || isHalf(c)));
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String given(String member, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw malformed(member + ": missing (expected: a value)");
    }
    return value;
  }

  private static Refused malformed(String detail) {
    return new Refused(Problem.MALFORMED, detail);
  }
}
