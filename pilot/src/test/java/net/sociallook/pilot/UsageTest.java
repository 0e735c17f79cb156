package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code ./sociallook --help} says is all there is. */
class UsageTest {

  @Test
  void everyCommandIsListed() {
    String usage =
        Ran.of(new ProcessBuilder(Path.of("..", "sociallook").toString(), "--help")).orFail().out();
    List<String> missing = new ArrayList<>();
    collect(new CommandLine(Main.class), "./sociallook", usage, missing);
    assertEquals(List.of(), missing);
  }

  private static void collect(
      CommandLine command, String name, String usage, List<String> missing) {
    command
        .getSubcommands()
        .forEach((part, below) -> {
          String whole = name + " " + part;
          if (!part.equals("help")
              && !usage.contains(whole + " ")
              && !usage.contains(name + " [" + part + "]")) {
            missing.add(whole);
          }
          collect(below, whole, usage, missing);
        });
  }
}
