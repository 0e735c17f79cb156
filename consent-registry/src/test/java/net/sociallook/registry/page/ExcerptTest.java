package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

  @Test
  void shortTextIsShownWhole() {
    assertThat(Excerpt.of("a\nb\nc")).isEqualTo(new Excerpt("a\nb\nc", false, "a\nb\nc"));
    assertThat(Excerpt.of("x".repeat(300)).isLong()).isFalse();
    assertThat(Excerpt.of("a\nb\nc\n \n").isLong()).isFalse();
    assertThat(Excerpt.of("").isLong()).isFalse();
  }

  @Test
  void longTextBeginsWithThreeHundredCharactersAndIsKeptWhole() {
    String text = "😀".repeat(301);
    Excerpt excerpt = Excerpt.of(text);
    assertThat(excerpt.isLong()).isTrue();
    assertThat(excerpt.beginning()).isEqualTo("😀".repeat(300) + " …");
    assertThat(excerpt.all()).isEqualTo(text);
  }

  @Test
  void manyLinesBeginWithThree() {
    Excerpt excerpt = Excerpt.of("a\nb\nc\nd");
    assertThat(excerpt).isEqualTo(new Excerpt("a\nb\nc …", true, "a\nb\nc\nd"));
  }

  @ParameterizedTest
  @CsvSource({
    "Damit Sie nichts doppelt bringen müssen., de",
    "'Щоб Вам не довелося нести це двічі, Jobcenter.', uk",
    "'كي لا تحضر الأوراق مرتين، Jobcenter.', ar",
    "12:30, de"
  })
  void lettersTellTheLanguage(String text, String language) {
    assertThat(Excerpt.of(text).language()).isEqualTo(language);
  }
}
