package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of documentation would see that an answer is not as shown. */
class ShownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"state\":\"open\"}|{\"state\":\"granted\"}",
        "{\"state\":\"open\"}|{}",
        "{\"state\":\"open\"}|{\"state\":\"open\",\"more\":1}",
        "{\"state\":\"open\"}|{\"state\":1}",
        "{\"list\":[1]}|{\"list\":[1,2]}",
        "{\"list\":[\"a\",\"…\"]}|{\"list\":[]}",
        "{\"active\":false}|{\"active\":true}",
        "3 goals|no goals"
      })
  void anotherShapeIsSeen(String shown, String came) {
    Shown answer = Shown.of(shown);
    assertThrows(AssertionError.class, () -> answer.compare(came));
  }

  @Test
  void idsTimesAndWhatIsLeftOutMayDiffer() {
    Shown.of("{\"at\":\"2026-11-21T23:00:00Z\",\"list\":[\"a-1\",\"…\"],\"…\":\"…\"}")
        .compare("{\"at\":\"2027-01-02T03:04:05Z\",\"list\":[\"a-22\",\"b\"],\"more\":1}");
  }
}
