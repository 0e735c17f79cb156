package net.sociallook.pilot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.pilot.state.Ports;

/**
 * The desk of somebody who reads our documentation beside a running pilot: one folder that looks
 * like the repository's, and one shell for each page.
 */
final class Desk {
  /** Programs that a machine may be without; the JDK is the test's own. */
  static final List<String> PROGRAMS = List.of("curl", "openssl", "python3", "node");

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private final PilotProcess pilot;
  private final Path folder;
  private final String variables;

  /**
   * @param page whose shell this is
   */
  Desk(PilotProcess pilot, String page) throws IOException {
    this.pilot = pilot;
    this.folder = pilot.state().root().getParent();
    this.variables = "." + Path.of(page).getFileName() + ".variables";
    writeLauncher();
    copyPrograms();
    Files.writeString(folder.resolve("classpath"), System.getProperty("java.class.path"));
  }

  /** Types it; the test is aborted when the machine does not have a program that it calls. */
  Ran run(Snippet snippet) {
    PROGRAMS.stream()
        .filter(snippet::calls)
        .forEach(program -> assumeTrue(isHere(program), program + ": not on this machine"));
    String code =
        "[ ! -f %1$s ] || . ./%1$s\nset -a\n%2$s\nexport -p > %1$s\n"
            .formatted(variables, onThesePorts(snippet.code()));
    ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", code).directory(folder.toFile());
    shell.environment().put("PATH", JAVA + File.pathSeparator + System.getenv("PATH"));
    return Ran.of(shell);
  }

  private static boolean isHere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String onThesePorts(String code) {
    Ports usual = new Ports(0);
    Ports own = pilot.ports();
    return code.replace("localhost:" + usual.gateway(1), "localhost:" + own.gateway(1))
        .replace("localhost:" + usual.institutions(), "localhost:" + own.institutions())
        .replace("localhost:" + usual.browser(), "localhost:" + own.browser());
  }

  /** The launcher of the repository, working on this pilot. */
  private void writeLauncher() throws IOException {
    Path launcher = folder.resolve("sociallook");
    Files.writeString(
        launcher,
        "#!/bin/sh\nSOCIALLOOK_STATE='%s' JAVA_HOME='%s' exec '%s' \"$@\"\n"
            .formatted(
                pilot.state().root(),
                System.getProperty("java.home"),
                PilotProcess.SOURCES.resolve("sociallook")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void copyPrograms() throws IOException {
    Path programs = PilotProcess.SOURCES.resolve("docs/agencies");
    Path here = Files.createDirectories(folder.resolve("docs/agencies"));
    try (Stream<Path> files = Files.list(programs)) {
      files.forEach(file -> copy(file, here.resolve(file.getFileName())));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
