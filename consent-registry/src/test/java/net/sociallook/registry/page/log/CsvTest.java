package net.sociallook.registry.page.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49",
        "-1",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\r=1",
        "\n=1",
        "\uFEFF=1",
        "＝1",
        "\u200B+1"
      })
  void whatWouldBeAFormulaIsText(String value) throws IOException {
    assertThat(row(value)).isEqualTo("\"'" + value + "\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Weber, Anna", "a=b", "2026-11-21T20:00:00Z", "", "Zeile\nzwei"})
  void ordinaryTextStaysAsItIs(String value) throws IOException {
    assertThat(row(value)).isEqualTo("\"" + value + "\"\r\n");
  }

  @Test
  void quotesAreDoubledAndNothingIsEmpty() throws IOException {
    assertThat(row("a \"b\"", null, 7)).isEqualTo("\"a \"\"b\"\"\",\"\",\"7\"\r\n");
  }

  private static String row(Object... values) throws IOException {
    StringWriter out = new StringWriter();
    new Csv(out).row(values);
    return out.toString();
  }
}
