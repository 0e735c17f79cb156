package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small translations. */
class TranslationTest {
  @Test
  void idIsReadAsItWasWritten() {
    assertThat(DocumentKey.parse("akte-17-3")).hasValue(new DocumentKey(17, 3));
    assertThat(new DocumentKey(17, 3).id()).isEqualTo("akte-17-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "akte",
        "akte-17",
        "akte-17-3-1",
        "akte-017-3",
        "akte-17-0",
        "AKTE-17-3",
        "akte-17-3 ",
        "akte--17-3",
        "akte-9999999999999999999-1",
        "akte-1-9999999999"
      })
  void everythingElseIsNoId(String id) {
    assertThat(DocumentKey.parse(id)).isEmpty();
  }

  @Test
  void positionIsReadAsItWasWritten() {
    Position position = new Position(LocalDate.of(2026, 3, 1), new DocumentKey(17, 3));

    assertThat(Position.parse(position.text())).isEqualTo(position);
  }

  @Test
  void levelsAndMarksAreTranslated() {
    assertThat(Protection.labels(Optional.of(1), Optional.empty())).isEqualTo(Labels.NORMAL);
    assertThat(Protection.labels(Optional.of(2), Optional.of("SU")))
        .isEqualTo(new Labels(Confidentiality.R, Set.of("SUD")));
  }

  @Test
  void whatIsNotUnderstoodIsVeryRestricted() {
    Labels closed = new Labels(Confidentiality.V, Set.of());

    assertThat(Protection.labels(Optional.empty(), Optional.empty())).isEqualTo(closed);
    assertThat(Protection.labels(Optional.of(9), Optional.empty())).isEqualTo(closed);
    assertThat(Protection.labels(Optional.of(1), Optional.of("??"))).isEqualTo(closed);
  }

  @Test
  void kindsAreFoundByTypeAndCategory() {
    Set<CodeFilter> plan = Set.of(new CodeFilter(Optional.empty(), "18776-5"));
    Set<CodeFilter> note = Set.of(new CodeFilter(Optional.empty(), "note"));

    assertThat(DocumentKind.matching(Set.of(), Set.of())).hasSize(DocumentKind.values().length);
    assertThat(DocumentKind.matching(plan, Set.of()))
        .containsExactly(DocumentKind.HILFEPLAN, DocumentKind.FORTSCHREIBUNG);
    assertThat(DocumentKind.matching(plan, note)).isEmpty();
    assertThat(DocumentKind.of("???")).isEqualTo(DocumentKind.OTHER);
  }
}
