package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a row of the case system. */
class RowTest {
  @Test
  void paddedTextIsTheTextAndBlanksAreNone() throws Exception {
    assertThat(row("{'name':'Müller   '}").text("name")).isEqualTo("Müller");
    assertThat(row("{'name':'   '}").maybe("name")).isEmpty();
    assertThat(row("{'name':null}").maybe("name")).isEmpty();
    assertThat(row("{}").maybe("name")).isEmpty();
  }

  @Test
  void numbersComeAsTextsAndAsNumbers() throws Exception {
    assertThat(row("{'n':'1.234'}").number("n")).isEqualTo(1234);
    assertThat(row("{'n':1234}").number("n")).isEqualTo(1234);
    assertThat(row("{'t':'1767225600000'}").millis("t"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(row("{'t':1767225600000}").millis("t"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(row("{'t':'0'}").maybeMillis("t")).isEmpty();
  }

  @Test
  void daysThatMeanNoneAreNone() {
    assertThat(row("{'d':'00.00.0000'}").maybeDay("d")).isEmpty();
    assertThat(row("{'d':'31.12.9999'}").maybeDay("d")).isEmpty();
    assertThat(row("{'d':'00.00.1985'}").maybeDay("d")).isEmpty();
    assertThat(row("{'d':'31.12.2026'}").maybeDay("d")).hasValue(LocalDate.of(2026, 12, 31));
  }

  @Test
  void whatIsMissingMakesTheRowIncomplete() {
    assertThatThrownBy(() -> row("{}").text("name")).isInstanceOf(IncompleteException.class);
    assertThatThrownBy(() -> row("{'d':''}").day("d")).isInstanceOf(IncompleteException.class);
    assertThatThrownBy(() -> row("{'bearbeiter':{'kennung':'cw-1'}}").caseworker())
        .isInstanceOf(IncompleteException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2026", "2026-01-01", "gestern"})
  void whatIsNotUnderstoodMakesTheAnswerWorthlessAndIsNotRepeated(String text) {
    assertThatThrownBy(() -> row("{'d':'" + text + "'}").maybeDay("d"))
        .isInstanceOf(UncheckedIOException.class)
        .message()
        .contains("d not understood")
        .doesNotContain(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'n':1.5}", "{'n':true}", "{'n':[]}", "{'n':{}}", "{'n':'x'}"})
  void valuesOfOtherFormsAreNotUnderstood(String json) {
    assertThatThrownBy(() -> row(json).maybeNumber("n")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void caseworkerMayHaveNoIdInTheDirectory() throws Exception {
    assertThat(row("{'bearbeiter':{'kennung':' ','name':'Weber, Anna  '}}").caseworker())
        .hasValue(new Author(Optional.empty(), "Weber, Anna"));
    assertThat(row("{'bearbeiter':{}}").caseworker()).isEmpty();
    assertThat(row("{'bearbeiter':null}").caseworker()).isEmpty();
  }

  @Test
  void levelsAndMarksAreTranslated() {
    assertThat(row("{'schutz':'0','schutzart':''}").labels()).isEqualTo(Labels.NORMAL);
    assertThat(row("{'schutz':1,'schutzart':'SUCHT'}").labels())
        .isEqualTo(new Labels(Confidentiality.R, Set.of("SUD")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'schutz':''}", "{'schutz':'7'}", "{'schutz':'0','schutzart':'X'}"})
  void protectionThatIsNotUnderstoodIsTheHighest(String json) {
    assertThat(row(json).labels()).isEqualTo(new Labels(Confidentiality.V, Set.of()));
  }

  @Test
  void partiesAreKnownByTheirIds() throws Exception {
    assertThat(Parties.of(row("{'art':'STELLE','kennung':'school-1','name':'Schule'}")))
        .isEqualTo(new Party.OfInstitution("school-1", "Schule"));
    assertThat(Parties.of(row("{'art':'STELLE','kennung':'','name':'Schule'}")))
        .isEqualTo(new Party.Outside("Schule"));
    assertThat(Parties.of(row("{'art':'KUNDE'}"))).isEqualTo(new Party.OfClient());
    assertThatThrownBy(() -> Parties.of(row("{'art':'AMT'}")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "17/", "/abc", "17/abc"})
  void positionIsReadAsItWasWritten(String text) {
    assertThat(Position.parse(text).text()).isEqualTo(text);
  }

  @Test
  void deletedIsWhatSaysSoAndNothingElseIsGuessed() {
    assertThat(row("{'loeschkz':'1'}").isDeleted()).isTrue();
    assertThat(row("{}").isDeleted()).isFalse();
    assertThatThrownBy(() -> row("{'loeschkz':'J'}").isDeleted())
        .isInstanceOf(UncheckedIOException.class);
  }

  private static Row row(String json) {
    try {
      return new Row(
          new ObjectMapper().readTree(json.replace('\'', '"')), ZoneId.of("Europe/Berlin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
