package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Memory does not grow with the Bundle: a hundred megabytes pass through a heap of thirty-two. */
class FlatMemoryIT {
  /** What the JVM says with ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  private record Ended(int code, String said) {}

  @Test
  void tenThousandEntriesPassThroughASmallHeap() throws Exception {
    Ended ended = run();

    assertThat(ended.said()).startsWith("5000 released, 5000 withheld, 1");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aFilterThatKeepsWhatItReleasesIsCaught() throws Exception {
    assertThat(run("keep").code()).isEqualTo(OUT_OF_MEMORY);
  }

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                TenThousandEntries.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }
}
