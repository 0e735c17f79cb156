package net.sociallook.pilot.command;

import java.nio.file.Path;
import net.sociallook.pilot.state.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the state of the pilot is; the same option at every command. */
public final class StateOption {
  private static final String ENVIRONMENT = "SOCIALLOOK_STATE";

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description =
          "The folder with the pilot's state (default: .sociallook in the repository, or "
              + ENVIRONMENT
              + ").")
  private @Nullable Path folder;

  public StateDirectory directory() {
    if (folder != null) {
      return new StateDirectory(folder);
    }
    String environment = System.getenv(ENVIRONMENT);
    return new StateDirectory(
        environment == null ? sources().resolve(".sociallook") : Path.of(environment));
  }

  /** The folder of the repository; the launcher says where it is. */
  public Path sources() {
    return Path.of(System.getProperty("sociallook.root", ".")).toAbsolutePath().normalize();
  }
}
