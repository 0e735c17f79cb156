package net.sociallook.registry.page.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {
  private static final Typesetter TYPESETTER = new Typesetter();

  @Test
  void pageIsAccessibleAndHasItsFonts() {
    Printed page = printed("de", "ltr", "<h1>Größe</h1><p>„Straße“ <b>fett</b></p>");
    assertThat(page.barriers()).isEmpty();
    assertThat(page.language()).isEqualTo("de");
    assertThat(page.title()).isEqualTo("Titel");
    assertThat(page.words()).isEqualTo("Größe „Straße“ fett");
    assertThat(page.fonts()).hasSize(2).allSatisfy(name -> assertThat(name).contains("+NotoSans"));
  }

  @Test
  void cyrillicIsReadAsWritten() {
    Printed page = printed("uk", "ltr", "<p>Їжак і ґанок: п’ять</p>");
    assertThat(page.barriers()).isEmpty();
    assertThat(page.heard()).isEqualTo("Їжак і ґанок: п’ять");
  }

  @Test
  void arabicIsReadInItsOrderWithNamesDatesAndLigaturesInIt() {
    String sentence =
        "أسمح لـ \u2068Jobcenter Nordhausen\u2069 حتى 1. سبتمبر 2027. لا أكثر، إلا هذا.";
    Printed page = printed("ar", "rtl", "<h1>إيصال</h1><p>" + sentence + "</p>");
    assertThat(page.draw("typesetter-ar").barriers()).isEmpty();
    assertThat(page.heard()).isEqualTo("إيصال " + Printed.joined(sentence));
    assertThat(page.words()).contains("إيصال", "سبتمبر", "Jobcenter Nordhausen", "لا");
  }

  /** The library sets each of them for itself, the leftmost first. */
  @Test
  void arabicIsReadInItsOrderWhereWordsComeFromTwoFonts() {
    String quoted = "(قال „نعم“ ثم „ذهب“ إلى [البيت])";
    assertThat(printed("ar", "rtl", "<p>" + quoted + "</p>").heard()).isEqualTo(quoted);
    assertThat(printed("de", "ltr", "<p>" + quoted + "</p>").heard())
        .as("spaces of another font")
        .isEqualTo(quoted);
  }

  /** Each letter joined to the next one has another shape than alone: that it is shaped at all. */
  @Test
  void arabicLettersAreJoined() {
    String letter = "ب";
    assertThat(glyphs(letter.repeat(3))).isEqualTo(3);
    assertThat(glyphs(letter)).isEqualTo(1);
    assertThat(glyphs("لا")).as("ligature").isEqualTo(1);
    assertThat(printed("ar", "rtl", "<p>وُقّع</p>").heard()).as("marks").isEqualTo("وُقّع");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https", "file", "jar", "classpath"})
  void nothingIsLoaded(String scheme) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger calls = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.close();
        });
    server.start();
    try {
      String address = scheme + "://localhost:" + server.getAddress().getPort() + "/";
      Printed page =
          printed(
              "de",
              "ltr",
              "<style>@import url('"
                  + address
                  + "a.css'); @font-face { font-family: X; src: url('"
                  + address
                  + "x.ttf') } p { background: url('"
                  + address
                  + "b.png'); font-family: X }</style><link rel=\"stylesheet\" href=\""
                  + address
                  + "c.css\"/><img alt=\"x\" src=\""
                  + address
                  + "d.png\"/><p>bleibt</p>");
      assertThat(page.words()).contains("bleibt");
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void longWordsAndManyParagraphsAreBrokenAndPrinted() {
    String words = "<p>" + "x".repeat(4_000) + "</p><p>" + "Wort ".repeat(800) + "</p>";
    Printed page =
        Assertions.assertTimeout(
            Duration.ofSeconds(60), () -> printed("de", "ltr", words.repeat(3)));
    assertThat(page.pages()).isBetween(3, 20);
    assertThat(page.barriers()).isEmpty();
  }

  @Test
  void whatNoFontHasIsAQuestionMarkAndWhatNoXmlHasIsLeftOut() {
    Printed page = printed("de", "ltr", "<p>a\u0001b&#x1;c \uD83D\uDE00 \u4E2D\uFFFE</p>");
    assertThat(page.words()).isEqualTo("abc ? ?");
  }

  @Test
  void longerThanAnythingPrintedHereIsRefused() {
    assertThatThrownBy(() -> TYPESETTER.pdf("x".repeat(Typesetter.LONGEST + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void entitiesAreNotResolved() {
    assertThatThrownBy(() ->
            TYPESETTER.pdf(
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html>&x;</html>"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static int glyphs(String word) {
    return printed("ar", "rtl", "<p>" + word + "</p>").shapes();
  }

  static Printed printed(String language, String direction, String body) {
    return new Printed(
        TYPESETTER.pdf(
            "<html lang=\"%s\" dir=\"%s\"><head><title>Titel</title><meta name=\"description\" content=\"x\"/><style>body { font-family: 'Noto Sans', 'Noto Sans Arabic'; word-wrap: break-word } [dir=rtl] { font-family: 'Noto Sans Arabic', 'Noto Sans' }</style></head><body dir=\"%s\">%s</body></html>"
                .formatted(language, direction, direction, body)));
  }
}
