package net.sociallook.registry.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The texts of one language as they stand in their file; a key that stands twice is an error. */
record TextFile(Map<String, String> texts) {
  private static final Pattern LINE = Pattern.compile("([a-z0-9.-]+)(\\[[a-z]+])? = (.*)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");

  static TextFile of(PageLanguage language) {
    return read(language.tag());
  }

  /** Those of the staff's page. */
  static TextFile ofStaff(PageLanguage language) {
    return read("staff-" + language.tag());
  }

  private static TextFile read(String name) {
    Path file = Path.of("src/main/resources/texts", name + ".properties");
    Map<String, String> texts = new TreeMap<>();
    for (String line : lines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches() || texts.put(line.split(" = ")[0], matcher.group(3)) != null) {
          throw new AssertionError(file + ": " + line + " (expected: key = text, each key once)");
        }
      }
    }
    return new TextFile(texts);
  }

  /** Without the forms of numbers. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    texts.keySet().forEach(key -> keys.add(plain(key)));
    return keys;
  }

  /** Of each key: a number may be left out of some forms, as in "no documents". */
  Map<String, Set<String>> placeholders() {
    Map<String, Set<String>> all = new TreeMap<>();
    texts.forEach((key, text) ->
        PLACEHOLDER
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .forEach(found -> all.computeIfAbsent(plain(key), k -> new TreeSet<>()).add(found)));
    return all;
  }

  /** The forms of each numbered text, sorted. */
  Map<String, List<String>> forms() {
    Map<String, List<String>> all = new TreeMap<>();
    texts.keySet().stream()
        .filter(key -> key.endsWith("]"))
        .forEach(key ->
            all.computeIfAbsent(plain(key), k -> new ArrayList<>())
                .add(key.substring(key.indexOf('['))));
    all.values().forEach(forms -> forms.sort(null));
    return all;
  }

  private static String plain(String key) {
    return key.replaceAll("\\[.*", "");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
