package net.sociallook.pilot;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which types of resources can be read at an institution: not all keep everything. */
final class Kept {
  static final Set<String> TYPES =
      new TreeSet<>(
          List.of(
              "DocumentReference", "Appointment", "Goal", "CarePlan", "Communication", "Patient"));

  private static final Map<String, String> NOT_EVERYWHERE =
      Map.of("Goal", "goals", "CarePlan", "care-plans");

  private Kept() {}

  /** As its adapter is configured. */
  static Set<String> at(PilotProcess pilot, String institution) {
    Path file = pilot.state().root().resolve("config/adapter-" + institution + ".properties");
    Properties adapter = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      adapter.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String kinds = adapter.getProperty("kinds", String.join(",", NOT_EVERYWHERE.values()));
    List<String> kept = List.of(kinds.split(","));
    return TYPES.stream()
        .filter(type -> kept.contains(NOT_EVERYWHERE.getOrDefault(type, kept.getFirst())))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
