package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterCasesTest {
  private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";
  private static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String SECURITY =
      Stream.of("NOREUSE", "NORDSCLCD", "NOPERSISTP")
          .map(code -> "{\"system\":\"" + ACTS + "\",\"code\":\"" + code + "\"}")
          .reduce((all, next) -> all + "," + next)
          .orElseThrow();

  record Case(String name, String given, String verdict, String released) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in = FilterCasesTest.class.getResourceAsStream("cases.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^== ")).skip(1).map(FilterCasesTest::parse).toList();
    }
  }

  private static Case parse(String text) {
    String filled =
        text.replace("HOLDER", Answers.AT_HOLDER)
            .replace("RECIPIENT", Answers.AT_RECIPIENT)
            .replace("OTHER", Answers.OTHER_CLIENT);
    int given = filled.indexOf('\n');
    int verdict = filled.indexOf("\n-> ");
    int released = filled.indexOf('\n', verdict + 1);
    return new Case(
        filled.substring(0, given),
        filled.substring(given + 1, verdict),
        filled.substring(verdict + 4, released),
        filled.substring(released).replace("\n", "").replace("SECURITY", SECURITY));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSingleResourceIsFilteredAsTheCaseSays(Case expected) {
    ResourceFilter filter = Answers.resource("d-1");
    if (expected.verdict().startsWith("defective")) {
      assertDefective(expected, filter, expected.given());
      return;
    }

    String released = Answers.filtered(filter, expected.given());

    assertThat(released).isEqualTo(expected.released());
    assertThat(filter.isVisible()).isEqualTo(expected.verdict().equals("released"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEntryIsFilteredAsTheCaseSays(Case expected) {
    SearchsetFilter filter = Answers.searchset();
    String bundle = Answers.bundle(List.of(expected.given()));
    if (expected.verdict().startsWith("defective")) {
      assertDefective(expected, filter, bundle);
      return;
    }

    String released = Answers.filtered(filter, bundle);

    if (expected.verdict().equals("released")) {
      assertThat(released)
          .startsWith(EMPTY.substring(0, EMPTY.length() - 1) + ",\"entry\":[{\"fullUrl\":\"")
          .endsWith(
              "\",\"resource\":" + expected.released() + ",\"search\":{\"mode\":\"match\"}}]}");
    } else {
      assertThat(expected.verdict()).isEqualTo("withheld");
      assertThat(released).isEqualTo(EMPTY);
      assertThat(filter.tally()).isEqualTo(new Tally(List.of(), 0, 1));
    }
  }

  private static void assertDefective(Case expected, AnswerFilter filter, String answer) {
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> Answers.filtered(filter, answer))
        .satisfies(thrown ->
            assertThat("defective " + thrown.defect().code()).isEqualTo(expected.verdict()));
  }
}
