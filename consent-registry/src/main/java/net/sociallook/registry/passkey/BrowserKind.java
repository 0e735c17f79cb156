package net.sociallook.registry.passkey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of browser it is, so that a person recognises it: its make and its system. */
public final class BrowserKind {
  // In this order: browsers also name those that they resemble.
  private static final Map<String, String> BROWSERS =
      named(
          "SamsungBrowser", "Samsung Internet",
          "Edg", "Edge",
          "Firefox", "Firefox",
          "FxiOS", "Firefox",
          "Chrome", "Chrome",
          "CriOS", "Chrome",
          "Safari", "Safari");
  private static final Map<String, String> SYSTEMS =
      named(
          "iPhone", "iPhone",
          "iPad", "iPad",
          "Android", "Android",
          "Windows", "Windows",
          "Mac OS X", "Mac",
          "CrOS", "Chromebook",
          "Linux", "Linux");

  private BrowserKind() {}

  /**
   * "Firefox, Android"; empty where nothing is recognised.
   *
   * @param userAgent as the browser sends it
   */
  public static Optional<String> of(Optional<String> userAgent) {
    String kind =
        Stream.of(BROWSERS, SYSTEMS)
            .flatMap(names ->
                names.entrySet().stream()
                    .filter(name -> userAgent.orElse("").contains(name.getKey()))
                    .map(Map.Entry::getValue)
                    .limit(1))
            .collect(Collectors.joining(", "));
    return Optional.of(kind).filter(text -> !text.isEmpty());
  }

  private static Map<String, String> named(String... pairs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }
}
