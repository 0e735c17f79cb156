package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells people to type works, in the order in which it stands there. */
@ExtendWith(SharedPilot.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {
  private static final String PAGE = "README.md";

  private final Desk desk;

  ReadmeIT(PilotProcess pilot) throws IOException {
    this.desk = new Desk(pilot, PAGE);
  }

  @Test
  void thereIsSomethingToExecute() {
    assertTrue(snippets().size() >= 3, "snippets: " + snippets().size());
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void works(Snippet snippet) {
    desk.run(snippet).orFail();
  }

  static List<Snippet> snippets() {
    return Snippet.of(PAGE, ReadmeIT.class);
  }
}
