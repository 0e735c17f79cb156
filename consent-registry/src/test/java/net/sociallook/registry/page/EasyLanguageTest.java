package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of the texts in Leichte Sprache without reading them. */
class EasyLanguageTest {
  private static final int MOST_WORDS = 15;
  private static final Map<String, String> TEXTS = TextFile.of(PageLanguage.DE_SIMPLE).texts();
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:…])\\s+");
  private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}{].*");

  /** Other words for what is called "Amt" here, and is explained as such. */
  private static final Pattern OTHER_WORDS_FOR_AMT =
      Pattern.compile("(?<![\\p{L}-])(Stellen?|Behörden?|Institution(en)?|Einrichtung(en)?)\\b");

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?<!\\p{L})(z\\. ?B|bzw|ggf|usw|d\\. ?h|u\\. ?a|evtl|inkl)\\.|§",
          Pattern.CASE_INSENSITIVE);

  @Test
  void institutionIsCalledAmtEverywhere() {
    assertThat(thoseThat(OTHER_WORDS_FOR_AMT.asPredicate())).isEmpty();
  }

  @Test
  void nothingIsAbbreviated() {
    assertThat(thoseThat(ABBREVIATION.asPredicate())).isEmpty();
  }

  @Test
  void sentencesAreShort() {
    assertThat(thoseThat(EasyLanguageTest::isLong)).isEmpty();
  }

  @Test
  void languageThatIsReadIsTheOneThatIsMeant() {
    assertThat(TEXTS).hasSizeGreaterThan(500);
    assertThat(TEXTS.values()).anyMatch(text -> text.contains("Amt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gehen Sie zu der Stelle.",
        "Die Behörde prüft das.",
        "Eine andere Institution fragt.",
        "Es gibt zwei Stellen."
      })
  void otherWordsForAmtAreFound(String text) {
    assertThat(OTHER_WORDS_FOR_AMT.matcher(text).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Eine Frage stellen", "Die Schlichtungs-Stelle hilft.", "Das Amt."})
  void wordsThatOnlyLookLikeThemAreNot(String text) {
    assertThat(OTHER_WORDS_FOR_AMT.matcher(text).find()).isFalse();
  }

  @Test
  void longSentenceIsFoundAmongShortOnes() {
    String sixteen = "Das " + "ist ".repeat(14) + "lang";
    assertThat(isLong("Kurz. " + sixteen + ". Kurz.")).isTrue();
    assertThat(isLong("Kurz. " + sixteen.replaceFirst("ist ", "") + ". Kurz.")).isFalse();
  }

  private static Map<String, String> thoseThat(Predicate<String> wrong) {
    Map<String, String> found = new TreeMap<>(TEXTS);
    found.values().removeIf(wrong.negate());
    return found;
  }

  private static boolean isLong(String text) {
    List<String> sentences = Arrays.asList(SENTENCE_END.split(text));
    return sentences.stream()
        .anyMatch(sentence ->
            Arrays.stream(sentence.split("\\s+")).filter(WORD.asMatchPredicate()).count()
                > MOST_WORDS);
  }
}
