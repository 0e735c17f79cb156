package net.sociallook.registry.page.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.IntStream;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.page.giving.Lines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ConsentFormTest {
  private static final AnnotationConfigApplicationContext CONTEXT =
      new AnnotationConfigApplicationContext(
          ThymeleafAutoConfiguration.class,
          PrintTemplates.class,
          Texts.class,
          Dates.class,
          Typesetter.class,
          Printer.class,
          BlankForm.class,
          ConsentForm.class);
  private static final FormContent.Parties PARTIES =
      new FormContent.Parties("Jobcenter Nordhausen", "Jugendamt Nordhausen", "Kurz, Bernd");
  private static final String ID = "3f0c8f7e-5f2c-4d8a-9d38-0d7a9c1f2b11";

  private static final String WORDS =
      """
      Ich erlaube: Jobcenter Nordhausen

      1. Darf Dokumente nur lesen.
         Es geht um meine Daten bei: Jugendamt Nordhausen
         Vom 22. November 2026, 03:39 Uhr bis zum 20. Februar 2027, 04:39 Uhr

      2. Darf Termine ausmachen.
         Es geht um meine Daten bei: Jugendamt Nordhausen
         Nur diese Person: Weber, Anna (Fallmanagerin, Jobcenter Nordhausen)

      Es ist freiwillig. Wenn Sie Nein sagen, haben Sie keinen Nachteil.
      """;

  private static final String ARABIC_WORDS =
      """
      أسمح لـ: Jobcenter Nordhausen
      1. قراءة المستندات فقط.
         بياناتي لدى: Jugendamt Nordhausen
         حتى 20 فبراير 2027.
      """;

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void sheetHoldsExactlyTheWordsAndAllThatTheLawWantsSaid(PageLanguage language) {
    String words = language == PageLanguage.AR ? ARABIC_WORDS : WORDS;
    Printed sheet =
        form(FormContent.prepared(language, PARTIES, ID, words)).draw("form-" + language.tag());
    assertThat(sheet.barriers()).isEmpty();
    assertThat(sheet.language()).isEqualTo(language.tag());
    assertThat(sheet.heard())
        .contains(Printed.joined(words), "Kurz, Bernd")
        .contains(
            heard(language, "form.no"),
            heard(language, "giving.law.purpose"),
            heard(language, "giving.law.free"),
            heard(language, "form.back", PARTIES.holder()),
            heard(language, "giving.law.never"),
            heard(language, "giving.law.duty"),
            heard(language, "giving.law.secret"),
            heard(language, "giving.law.rights"),
            heard(language, "form.signature"));
  }

  @Test
  void everyPageSaysWhichItIsAndWhereItBelongs() throws Exception {
    Printed sheet = form(FormContent.prepared(PageLanguage.DE, PARTIES, ID, WORDS));
    assertThat(sheet.pages()).isBetween(3, 6);
    assertThat(sheet.words())
        .contains("Seite 1 von " + sheet.pages(), "Seite " + sheet.pages() + " von");
    assertThat(sheet.codes()).hasSize(sheet.pages()).containsOnly(ID + "." + sha256(WORDS));
  }

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void blankSheetListsAllThatCanBeAllowed(PageLanguage language) {
    FormContent content =
        CONTEXT.getBean(BlankForm.class).of(language, PARTIES, "blank:jobcenter:jugendamt");
    Printed sheet = form(content).draw("blank-" + language.tag());
    assertThat(sheet.barriers()).isEmpty();
    assertThat(sheet.heard()).contains(heard(language, "permission.refer-onward.about"));
    assertThat(content.lines()).filteredOn(line -> line.kind() == FormContent.Kind.BOX).hasSize(9);
  }

  @Test
  void markupAndLongReasonsInTheWordsStayWords() {
    String markup = "1. <b>fett</b> <img src=\"http://localhost/x\"/> & ${7*7} #{form.title}";
    String reason = "   " + "Grund ".repeat(700).strip();
    Printed sheet =
        form(FormContent.prepared(PageLanguage.DE, PARTIES, ID, markup + "\n" + reason + "\n"));
    assertThat(sheet.barriers()).isEmpty();
    assertThat(sheet.heard()).contains(markup, reason.strip());
  }

  /** With a control: a name that is not marked as one is torn apart somewhere. */
  @ParameterizedTest
  @CsvSource({"AR, م", "DE, m"})
  void namesStayInOneLine(PageLanguage language, String letter) {
    assertThat(form(before(language, letter, "Kaya, Deniz")).lines()).anyMatch(this::isTorn);
    assertThat(form(before(language, letter, Lines.isolated("Kaya, Deniz"))).lines())
        .noneMatch(this::isTorn);
  }

  private boolean isTorn(String line) {
    return line.contains("Kaya") != line.contains("Deniz");
  }

  /** The name at each place of a line. */
  private static FormContent before(PageLanguage language, String letter, String name) {
    String lines =
        IntStream.iterate(14, length -> length < 56, length -> length + 2)
            .mapToObj(length -> letter.repeat(length) + " " + name + " " + letter.repeat(9))
            .collect(joining("\n"));
    return FormContent.prepared(language, PARTIES, ID, lines);
  }

  private static Printed form(FormContent content) {
    return new Printed(CONTEXT.getBean(ConsentForm.class).render(content));
  }

  private static String sha256(String words) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String heard(PageLanguage language, String key, Object... arguments) {
    return Printed.joined(CONTEXT.getBean(Texts.class).text(language, key, arguments));
  }
}
