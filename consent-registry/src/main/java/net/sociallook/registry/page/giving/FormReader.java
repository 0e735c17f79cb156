package net.sociallook.registry.page.giving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.util.MultiValueMap;

/** Reads what a browser sent; whether it is sound is another question. */
final class FormReader {
  private static final int MOST_TICKED = 64;
  private static final int LONGEST = 64;
  private static final String DOCUMENT = "document.";

  private FormReader() {}

  /**
   * @throws Refused where no form of ours could have sent it
   */
  static Choice.Form read(MultiValueMap<String, String> given) {
    List<String> allow = Optional.ofNullable(given.get("allow")).orElse(List.of());
    if (allow.size() > MOST_TICKED || allow.stream().anyMatch(key -> key.length() > LONGEST)) {
      throw new Refused(Problem.MALFORMED);
    }
    return new Choice.Form(
        allow,
        field(given, "until"),
        field(given, "person"),
        field(given, "level"),
        documents(given));
  }

  /** Fields {@code document.<holder>}; an empty one means all of its documents. */
  private static Map<String, String> documents(MultiValueMap<String, String> given) {
    Map<String, String> documents = new TreeMap<>();
    if (given.containsKey("document")) {
      throw new Refused(Problem.MALFORMED, "document: whose? (expected: document.<holder>)");
    }
    for (String name : given.keySet()) {
      if (name.startsWith(DOCUMENT) && !field(given, name).isEmpty()) {
        documents.put(name.substring(DOCUMENT.length()), field(given, name));
      }
    }
    return documents;
  }

  private static String field(MultiValueMap<String, String> given, String name) {
    List<String> values = Optional.ofNullable(given.get(name)).orElse(List.of(""));
    String value = values.getFirst();
    if (values.size() > 1 || value.length() > LONGEST) {
      throw new Refused(Problem.MALFORMED);
    }
    return value;
  }
}
