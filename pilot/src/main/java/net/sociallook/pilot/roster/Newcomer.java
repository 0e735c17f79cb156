package net.sociallook.pilot.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.StateDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An institution that came to a pilot later; kept with its state.
 *
 * @param adapter where its adapter is, which somebody else runs; null where it only receives
 */
public record Newcomer(Institution institution, @Nullable URI adapter) {

  /** All that have come, by id. */
  public static List<Newcomer> in(StateDirectory state) {
    Path folder = state.newcomers();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> JsonFile.read(file, Newcomer.class).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets it. */
  public void delete(StateDirectory state) {
    try {
      Files.deleteIfExists(file(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(StateDirectory state) {
    return state.newcomers().resolve(institution.id() + ".json");
  }

  public void write(StateDirectory state) {
    try {
      Files.createDirectories(state.newcomers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonFile.write(file(state), this);
  }
}
