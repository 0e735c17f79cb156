package net.sociallook.adapter.provider.simulation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a simulated server is told.
 *
 * @param secret a bearer token, or {@code user:password}
 * @param today around which its data lies
 * @param kinds which kinds of data it keeps, in the words of the adapter's configuration
 */
record SimulationConfig(
    int port, String secret, People people, LocalDate today, Set<String> kinds) {
  /** The kinds, and the type of resource in which each is kept. */
  static final Map<String, String> TYPES =
      Map.of(
          "documents", "DocumentReference",
          "appointments", "Appointment",
          "slots", "Slot",
          "schedules", "Schedule",
          "goals", "Goal",
          "care-plans", "CarePlan",
          "messages", "Communication",
          "contact", "Patient",
          "referrals", "ServiceRequest",
          "tasks", "Task");

  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("institution", "port", "secret-file", "people", "today", "kinds"));

  static SimulationConfig read(Path file) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
      if (!values.stringPropertyNames().equals(KEYS)) {
        throw wrong(file, values.stringPropertyNames().toString(), KEYS.toString());
      }
      People people = People.read(file.resolveSibling(text(values, "people")));
      if (!people.institution().id().equals(text(values, "institution"))) {
        throw wrong(file, "institution", "the one of the people file");
      }
      return new SimulationConfig(
          Integer.parseInt(text(values, "port")),
          Files.readString(file.resolveSibling(text(values, "secret-file")), StandardCharsets.UTF_8)
              .strip(),
          people,
          LocalDate.parse(text(values, "today")),
          kinds(file, text(values, "kinds")));
    } catch (IOException | NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The types of resources that are kept. */
  Set<String> types() {
    return kinds.stream().map(TYPES::get).collect(Collectors.toSet());
  }

  private static Set<String> kinds(Path file, String text) {
    Set<String> kinds = new TreeSet<>();
    for (String word : text.split(",", -1)) {
      if (!TYPES.containsKey(word.strip())) {
        throw wrong(file, "kinds: " + word.strip(), "of " + new TreeSet<>(TYPES.keySet()));
      }
      kinds.add(word.strip());
    }
    return kinds;
  }

  private static String text(Properties values, String key) {
    return Optional.ofNullable(values.getProperty(key)).orElse("").strip();
  }

  private static IllegalArgumentException wrong(Path file, String value, String expected) {
    return new IllegalArgumentException(file + ": " + value + " (expected: " + expected + ")");
  }
}
