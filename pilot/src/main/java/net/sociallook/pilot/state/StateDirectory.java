package net.sociallook.pilot.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder {@code .sociallook} in which a pilot keeps everything it knows. Paths that it writes
 * down for others are relative to the folder that holds it, as in {@code .sociallook/pki/ca.pem}.
 */
public record StateDirectory(Path root) {
  public StateDirectory {
    root = root.toAbsolutePath().normalize();
  }

  public Path pki() {
    return root.resolve("pki");
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path configuration() {
    return root.resolve("config");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  /** The jars that run, copied from the build. */
  public Path programs() {
    return root.resolve("programs");
  }

  /** One file for every process that runs, with its id. */
  public Path processes() {
    return root.resolve("run");
  }

  public Path passkeys() {
    return root.resolve("passkeys");
  }

  /** One file for every client, with its pseudonyms. */
  public Path links() {
    return root.resolve("links");
  }

  /** What the simulated system and the adapter of one institution keep in files. */
  public Path data(String institution) {
    return root.resolve("data").resolve(institution);
  }

  /** One file for every institution that came later. */
  public Path newcomers() {
    return root.resolve("institutions");
  }

  public Path pilotFile() {
    return root.resolve("pilot.json");
  }

  public Path portsFile() {
    return root.resolve("ports.json");
  }

  public Path firstDayFile() {
    return root.resolve("first-day.json");
  }

  public Path lockFile() {
    return root.resolve("pilot.lock");
  }

  /** How a file in here is named to others: relative to the folder that holds this one. */
  public String shown(Path file) {
    return holder().relativize(file.toAbsolutePath()).toString();
  }

  /** The file that {@link #shown} named. */
  public Path resolve(String shown) {
    return holder().resolve(shown);
  }

  private Path holder() {
    Path parent = root.getParent();
    return parent == null ? root : parent;
  }

  public void create() {
    try {
      for (Path folder :
          List.of(pki(), keys(), configuration(), logs(), processes(), passkeys(), links())) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes everything but the lock, which the caller holds. */
  public void forget() {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(root) && !path.equals(lockFile())) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
