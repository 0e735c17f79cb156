package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sociallook.consent.ClientId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Ten thousand damaged answers: no byte of another client leaves, and nothing else is thrown. */
class MutationTest {
  private static final String CANARY = "CANARY";

  /** A document of another client, full of what must not be seen. */
  private static String others(int number) {
    return Answers.document("o-" + number, Answers.OTHER_CLIENT, CANARY + " über die Wohnung")
        .replace("Hilfeplan", CANARY)
        .replace("Schröder, Jana", CANARY)
        .replace("\"id\":\"o-", "\"language\":\"" + CANARY + "\",\"id\":\"o-");
  }

  private static final byte[] MIXED =
      Answers.bytes(
          Answers.bundle(
              List.of(others(1), Answers.document(1), others(2), Answers.document(2), others(3))));

  @Test
  void noDamageReleasesAnotherClient() {
    Edits edits = new Edits(10_000);
    int completed = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] edited = edits.edit(MIXED);
      SearchsetFilter filter = Answers.searchset();
      ByteArrayOutputStream given = new ByteArrayOutputStream();
      completed += feed(filter, edited, given) ? 1 : 0;
      assertThat(given.toString(StandardCharsets.UTF_8))
          .doesNotContain(CANARY, Answers.OTHER_CLIENT, Answers.AT_HOLDER);
    }
    assertThat(completed).isGreaterThan(1_000);
  }

  @Test
  void whatIsReleasedOfDamagedAnswersIsJson() {
    JsonMapper mapper = new JsonMapper();
    Edits edits = new Edits(77);
    for (int round = 0; round < 2_000; round++) {
      ByteArrayOutputStream given = new ByteArrayOutputStream();
      if (feed(Answers.searchset(), edits.edit(MIXED), given)) {
        assertThat(mapper.readTree(given.toByteArray()).get("type").asString())
            .isEqualTo("searchset");
      }
    }
  }

  @Test
  void noDamageMakesASingleResourceVisibleThatIsNot() {
    byte[] other = Answers.bytes(others(1));
    Edits edits = new Edits(4_711);
    for (int round = 0; round < 10_000; round++) {
      ByteArrayOutputStream given = new ByteArrayOutputStream();
      feed(Answers.resource("o-1"), edits.edit(other), given);
      assertThat(given.size()).isZero();
    }
  }

  /** The control: released to whom they belong, the same documents show their canaries. */
  @Test
  void theCanariesWouldBeSeen() {
    Terms granted = Answers.granted();
    PseudonymTranslation wrong =
        new PseudonymTranslation(
            new ClientId(Answers.OTHER_CLIENT), granted.client().atRecipient());
    Terms mistaken = new Terms(granted.admission(), granted.admittedAt(), wrong);
    ByteArrayOutputStream given = new ByteArrayOutputStream();

    feed(new SearchsetFilter(mistaken, Answers.ADDRESSES), MIXED, given);

    assertThat(given.toString(StandardCharsets.UTF_8)).contains(CANARY);
  }

  /** Whether the answer was taken to its end; what was given out goes to {@code given}. */
  private static boolean feed(AnswerFilter filter, byte[] answer, ByteArrayOutputStream given) {
    try {
      for (int from = 0; from < answer.length; from += 1000) {
        int length = Math.min(1000, answer.length - from);
        given.writeBytes(filter.feed(ByteBuffer.wrap(answer, from, length)));
      }
      given.writeBytes(filter.finish());
      return true;
    } catch (DefectiveAnswer refused) {
      return false;
    }
  }
}
