package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the agency developers' guide tells people to type works, in its order, and answers in the
 * shape that the guide shows.
 */
@ExtendWith(SharedPilot.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideIT {
  private static final String PAGE = "docs/agencies.md";

  private final PilotProcess pilot;
  private final Desk desk;

  GuideIT(PilotProcess pilot) throws IOException {
    this.pilot = pilot;
    this.desk = new Desk(pilot, PAGE);
  }

  @AfterAll
  void takeBack() {
    pilot.run("withdraw", "--client", "client-03", "--recipient", "jobcenter-nordhausen").orFail();
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void worksAndAnswersAsShown(Snippet snippet) {
    Ran ran = desk.run(snippet).orFail();
    snippet.answer().ifPresent(shown -> Shown.of(shown).compare(ran.out()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl", "python3", "node", "java"})
  void everyLanguageIsThere(String program) {
    assertTrue(snippets().stream().anyMatch(snippet -> snippet.calls(program)), program);
  }

  @Test
  void hapiIsTheVersionThatThisWasTriedWith() throws IOException {
    assertEquals(hapi("pom.xml"), hapi("docs/agencies/pom.xml"));
  }

  private static String hapi(String pom) throws IOException {
    Matcher version =
        Pattern.compile("<hapi.version>(.+?)</hapi.version>")
            .matcher(Files.readString(PilotProcess.SOURCES.resolve(pom)));
    assertTrue(version.find(), pom);
    return version.group(1);
  }

  static List<Snippet> snippets() {
    return Snippet.of(PAGE, GuideIT.class);
  }
}
