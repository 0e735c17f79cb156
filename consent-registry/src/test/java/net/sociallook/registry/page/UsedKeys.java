package net.sociallook.registry.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of all texts that pages use: {@code #{a.key}} in templates, {@code text(language,
 * "a.key")} in Java, and {@link KeyFamilies}, whose last part is computed.
 */
final class UsedKeys {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final List<Path> JAVA =
      List.of(
          Path.of("src/main/java/net/sociallook/registry/page"),
          Path.of("src/main/java/net/sociallook/registry/staff"));
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");
  private static final Pattern IN_JAVA = Pattern.compile("\\btext\\(\\s*[^\"()]*,\\s*\"([^\"]+)\"");

  private UsedKeys() {}

  /** Of the client's page, in all languages. */
  static Set<String> ofClients() {
    Set<String> keys = find();
    keys.removeIf(UsedKeys::isOfStaff);
    return keys;
  }

  /** Of the staff's page, which has languages of its own. */
  static Set<String> ofStaff() {
    Set<String> keys = find();
    keys.removeIf(key -> !isOfStaff(key));
    return keys;
  }

  private static boolean isOfStaff(String key) {
    return key.startsWith("staff.");
  }

  private static Set<String> find() {
    Set<String> keys = new TreeSet<>();
    templates().values().forEach(text -> collect(IN_TEMPLATE, text, keys));
    JAVA.forEach(
        folder -> files(folder, ".java").values().forEach(text -> collect(IN_JAVA, text, keys)));
    KeyFamilies.all().flatMap(KeyFamilies.Family::keys).forEach(keys::add);
    return keys;
  }

  /** Those with which a page is titled. */
  static Set<String> titles() {
    Set<String> keys = new TreeSet<>();
    Pattern title = Pattern.compile("layout :: page\\((.*), ~\\{::main}\\)");
    Pattern family = Pattern.compile("#\\{\\$\\{'([a-z.-]+)' \\+ [a-z.]+( \\+ '([a-z.-]+)')?}}");
    Set<String> all = find();
    for (String text : templates().values()) {
      title
          .matcher(text)
          .results()
          .forEach(page -> {
            collect(IN_TEMPLATE, page.group(1), keys);
            family
                .matcher(page.group(1))
                .results()
                .forEach(found ->
                    all.stream()
                        .filter(key ->
                            key.matches(
                                Pattern.quote(found.group(1))
                                    + "[a-z-]+"
                                    + Pattern.quote(
                                        Objects.requireNonNullElse(found.group(3), ""))))
                        .forEach(keys::add));
          });
    }
    return keys;
  }

  static Map<String, String> templates() {
    return files(TEMPLATES, ".html");
  }

  private static void collect(Pattern pattern, String text, Set<String> keys) {
    pattern.matcher(text).results().forEach(found -> keys.add(found.group(1)));
  }

  private static Map<String, String> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        texts.put(file.toString(), Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
