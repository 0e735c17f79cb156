package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  @Test
  void codeTellsWhatBecameOfTheRequest() throws IOException {
    assertThat(parse("{'fehlercode':'0','daten':[]}")).isInstanceOf(Answer.Found.class);
    assertThat(parse("{'fehlercode':0,'daten':[]}")).isInstanceOf(Answer.Found.class);
    assertThat(parse("{'fehlercode':'1404'}")).isInstanceOf(Answer.Missing.class);
    assertThat(parse("{'fehlercode':'2100'}")).isInstanceOf(Answer.Missing.class);
    assertThat(parse("{'fehlercode':'1010'}")).isInstanceOf(Answer.MarkExpired.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fehlercode':'9999','fehlertext':'Yıldız, Emre'}",
        "{'fehlercode':'Yıldız','daten':[]}",
        "{'fehlercode':'0' Yıldız",
        "Yıldız",
        "{'fehlercode':'0','Yıldız':1,'Yıldız':2}"
      })
  void whatItSaysInWordsIsInNoMessage(String body) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(IOException.class)
        .hasNoCause()
        .message()
        .startsWith("case system: ")
        .doesNotContain("Yıldız");
  }

  @Test
  void deeplyNestedAnswerIsNone() {
    assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(IOException.class);
  }

  private static Answer parse(String body) throws IOException {
    return Answer.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
