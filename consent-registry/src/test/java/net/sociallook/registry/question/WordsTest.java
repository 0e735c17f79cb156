package net.sociallook.registry.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @Test
  void textIsKeptWithItsLinesAndWithoutSpaceAround() {
    assertThat(Words.checked("  Warum?\r\nUnd wozu?\r\n ", Words.MOST))
        .isEqualTo("Warum?\nUnd wozu?");
  }

  @Test
  void charactersAreCountedAsPeopleCountThem() {
    String longest = "😀".repeat(2_000);
    assertThat(Words.checked(longest, Words.MOST)).isEqualTo(longest);
    assertThatThrownBy(() -> Words.checked(longest + "!", Words.MOST))
        .hasMessage("text: 2001 characters (expected: 1 to 2000)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "a\u0000b", "\u0007", "\uD83D"})
  void whatIsNoTextIsRefused(String text) {
    assertThatThrownBy(() -> Words.checked(text, Words.MOST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answerIsDueAMonthLaterAlsoAtTheEndOfAMonth() {
    assertThat(Question.dueAfter(Instant.parse("2027-01-31T11:00:00Z")))
        .isEqualTo("2027-02-28T11:00:00Z");
    assertThat(Question.dueAfter(Instant.parse("2027-03-15T11:00:00Z")))
        .isEqualTo("2027-04-15T10:00:00Z");
  }
}
