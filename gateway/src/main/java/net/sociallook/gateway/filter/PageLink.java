package net.sociallook.gateway.filter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the page token out of a Bundle's links. */
final class PageLink {
  private static final String PARAMETER = "_page=";
  private static final int MOST = 2048;

  private PageLink() {}

  /**
   * @param tape whose value 0 is the Bundle's {@code link}
   * @return the token of the next page, decoded; empty where no link leads there
   */
  static Optional<String> token(Tape tape) {
    if (tape.kind(0) != Token.ARRAY_START) {
      throw new DefectiveAnswer(Defect.NOT_A_SEARCHSET);
    }
    Optional<String> found = Optional.empty();
    for (int link = 1; link < tape.after(0); link = tape.after(link)) {
      if (text(tape, link, Name.RELATION).equals("next")) {
        if (found.isPresent()) {
          throw new DefectiveAnswer(Defect.PAGE_LINK);
        }
        found = Optional.of(tokenOf(text(tape, link, Name.URL)));
      }
    }
    return found;
  }

  private static String text(Tape tape, int link, Name name) {
    int value = tape.member(link, name);
    if (value < 0 || !tape.isText(value)) {
      throw new DefectiveAnswer(Defect.NOT_A_SEARCHSET);
    }
    return tape.text(value);
  }

  private static String tokenOf(String url) {
    int fragment = url.indexOf('#');
    String address = fragment < 0 ? url : url.substring(0, fragment);
    List<String> tokens =
        Stream.of(address.substring(address.indexOf('?') + 1).split("&"))
            .filter(parameter -> parameter.startsWith(PARAMETER))
            .map(parameter -> decode(parameter.substring(PARAMETER.length())))
            .toList();
    if (tokens.size() != 1 || tokens.getFirst().isEmpty() || tokens.getFirst().length() > MOST) {
      throw new DefectiveAnswer(Defect.PAGE_LINK);
    }
    return tokens.getFirst();
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new DefectiveAnswer(Defect.PAGE_LINK);
    }
  }
}
