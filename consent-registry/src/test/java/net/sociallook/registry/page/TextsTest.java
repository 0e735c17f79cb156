package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.NoSuchMessageException;

class TextsTest {
  /** Ids, names of things and addresses, what the client wrote, and texts of the page itself. */
  private static final Set<String> OF_NO_OTHER_LANGUAGE =
      Set.of(
          "${item.id}",
          "${only.id}",
          "${line.document.id}",
          "${line.entry.purpose}",
          "${block.what}",
          "${file.about}",
          "${paper.origin + path}",
          "${address}",
          "${kind}",
          "${device.kind.get()}",
          "${device.name.orElse(null)} ?: (${device.kind.orElse(null)} ?: #{device.unnamed})",
          "${one.service}",
          "#{notices.notice}",
          "${name}",
          "${acting.name} ?: #{${'acting.whom.' + acting.capacity}}");

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void everyLanguageHasTheTextsThatPagesUseAndNoOther(PageLanguage language) {
    TextFile file = TextFile.of(language);
    assertThat(file.keys()).as(language.tag()).isEqualTo(UsedKeys.ofClients());
  }

  @Test
  void staffHaveTheirTextsInGermanAndEnglish() {
    Map<String, Set<String>> german = TextFile.ofStaff(PageLanguage.DE).placeholders();
    assertThat(Texts.STAFF)
        .isNotEmpty()
        .allSatisfy(language -> {
          TextFile file = TextFile.ofStaff(language);
          assertThat(file.keys()).as(language.tag()).isEqualTo(UsedKeys.ofStaff());
          assertThat(file.placeholders()).as(language.tag()).isEqualTo(german);
          assertThat(file.texts().values())
              .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("<", ">"));
        });
  }

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void placeholdersAreTheSameInEveryLanguage(PageLanguage language) {
    Map<String, Set<String>> german = TextFile.of(PageLanguage.DE).placeholders();
    assertThat(TextFile.of(language).placeholders()).as(language.tag()).isEqualTo(german);
  }

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void numberedTextsHaveTheFormsOfTheirLanguage(PageLanguage language) {
    List<String> expected =
        PluralForm.in(language).stream().map(PluralForm::suffix).sorted().toList();
    assertThat(TextFile.of(language).forms())
        .allSatisfy((key, forms) -> assertThat(forms).as(key).containsExactlyElementsOf(expected));
  }

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void noTextIsEmptyOrHoldsMarkup(PageLanguage language) {
    assertThat(TextFile.of(language).texts().values())
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("<", ">", "TODO"));
  }

  @Test
  void noTemplateShowsTextUnescaped() {
    assertThat(UsedKeys.templates())
        .isNotEmpty()
        .allSatisfy((name, text) ->
            assertThat(text).as(name).doesNotContain("utext", "[(", "style=", "onclick"));
  }

  /** What an institution wrote, or is called, stands among words of the reader's language. */
  @Test
  void whatOthersWroteSaysItsLanguage() {
    Pattern part = Pattern.compile("<(?:bdi [^>]*\\bth:|[a-z]+ [^>]*\\bdir=\"auto\")[^>]*>");
    Map<String, List<String>> silent = new TreeMap<>();
    UsedKeys.templates()
        .forEach((name, text) -> {
          List<String> found =
              part.matcher(text)
                  .results()
                  .map(MatchResult::group)
                  .filter(TextsTest::isSilent)
                  .toList();
          if (!name.contains("staff/") && !found.isEmpty()) {
            silent.put(name, found);
          }
        });
    assertThat(silent).isEmpty();
  }

  private static boolean isSilent(String tag) {
    String shown = tag.replaceAll(".*th:text=\"([^\"]*)\".*", "$1");
    return !tag.matches("(?s).*\\b(th:)?lang=.*")
        && !tag.contains("th:replace")
        && !tag.startsWith("<textarea")
        && !OF_NO_OTHER_LANGUAGE.contains(shown);
  }

  /** By what is read out first, and stands in a list of tabs, pages are told apart. */
  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void differentPagesHaveDifferentTitles(PageLanguage language) {
    assertThat(titled(TextFile.of(language)).values())
        .hasSizeGreaterThan(50)
        .allSatisfy(keys -> assertThat(keys).hasSize(1));
    if (Texts.STAFF.contains(language)) {
      assertThat(titled(TextFile.ofStaff(language)).values())
          .hasSizeGreaterThan(20)
          .allSatisfy(keys -> assertThat(keys).hasSize(1));
    }
  }

  /** But for one state: what was done is being checked, whatever it was. */
  private static Map<String, List<String>> titled(TextFile file) {
    return UsedKeys.titles().stream()
        .filter(key -> file.texts().containsKey(key) && !key.endsWith("checking.title"))
        .collect(Collectors.groupingBy(file.texts()::get));
  }

  @Test
  void argumentsAreFilledInAsTheyAre() {
    assertThat(new Texts().text(PageLanguage.DE, "layout.help", "{0} $1 \\")).isEqualTo("Hilfe");
    assertThatThrownBy(() -> new Texts().text(PageLanguage.DE, "no.such.key"))
        .isInstanceOf(NoSuchMessageException.class);
  }

  @Test
  void everySentenceOfLeichteSpracheBeginsALine() {
    Texts texts = new Texts();
    assertThat(texts.text(PageLanguage.DE_SIMPLE, "failed.text"))
        .isEqualTo("Vielleicht haben Sie kein Internet.\nVersuchen Sie es noch einmal.");
    assertThat(texts.text(PageLanguage.DE, "failed.text")).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 0, OTHER",
    "DE, 1, ONE",
    "DE, 2, OTHER",
    "EN, 1, ONE",
    "EN, 21, OTHER",
    "UK, 1, ONE",
    "UK, 21, ONE",
    "UK, 11, MANY",
    "UK, 2, FEW",
    "UK, 24, FEW",
    "UK, 12, MANY",
    "UK, 0, MANY",
    "UK, 5, MANY",
    "UK, 111, MANY",
    "AR, 0, ZERO",
    "AR, 1, ONE",
    "AR, 2, TWO",
    "AR, 3, FEW",
    "AR, 10, FEW",
    "AR, 11, MANY",
    "AR, 99, MANY",
    "AR, 100, OTHER",
    "AR, 102, OTHER",
    "AR, 103, FEW"
  })
  void numbersHaveTheFormThatTheLanguageGivesThem(
      PageLanguage language, long number, PluralForm form) {
    assertThat(PluralForm.of(language, number)).isEqualTo(form);
  }

  @Test
  void everyFormOfANumberIsOneOfTheLanguage() {
    Set<String> wrong =
        Arrays.stream(PageLanguage.values())
            .flatMap(language ->
                java.util.stream.LongStream.range(0, 300)
                    .filter(n -> !PluralForm.in(language).contains(PluralForm.of(language, n)))
                    .mapToObj(n -> language + " " + n))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(wrong).isEmpty();
  }

  /** And it is not "Stelle", which is also a job: what many readers look for. */
  @Test
  void leichteSpracheExplainsWhatItCallsAnInstitution() {
    Texts texts = new Texts();
    assertThat(texts.text(PageLanguage.DE_SIMPLE, "welcome.lead")).contains("Ein Amt ist hier");
    assertThat(texts.text(PageLanguage.DE_SIMPLE, "help.what.text")).contains("Ein Amt ist hier");
  }
}
