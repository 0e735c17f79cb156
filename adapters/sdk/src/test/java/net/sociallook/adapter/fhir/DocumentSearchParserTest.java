package net.sociallook.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.TimeRange;
import net.sociallook.adapter.server.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSearchParserTest {
  private final DocumentSearchParser parser = new DocumentSearchParser(ZoneId.of("Europe/Berlin"));

  @Test
  void everyParameterIsUnderstood() {
    DocumentSearch search =
        parser.parse(
            "_count=7&type=a%7Cb,c&status=current,superseded&category=plan&_page=xyz&patient=p");

    assertThat(search)
        .isEqualTo(
            new DocumentSearch(
                "p",
                new DocumentQuery(
                    Set.of(DocumentStatus.CURRENT, DocumentStatus.SUPERSEDED),
                    Set.of(
                        new CodeFilter(Optional.of("a"), "b"),
                        new CodeFilter(Optional.empty(), "c")),
                    Set.of(new CodeFilter(Optional.empty(), "plan")),
                    TimeRange.ALWAYS,
                    TimeRange.ALWAYS),
                7,
                Optional.of("xyz"),
                "category=plan&patient=p&status=current%2Csuperseded&type=a%7Cb%2Cc"));
  }

  @Test
  void patientAloneAsksForAll() {
    assertThat(parser.parse("patient=p").query()).isEqualTo(DocumentQuery.ALL);
    assertThat(parser.parse("patient=p").count()).isEqualTo(20);
    assertThat(parser.parse("patient=p&_count=99999").count()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status=current",
        "patient=",
        "patient",
        "patient=p&patient=q",
        "patient=p&x=1",
        "patient=p&status:not=current",
        "patient=p&_count=0",
        "patient=p&type=%zz",
        "patient=p&type=%ff",
        "patient=p&type=a%00",
        "patient=p&",
        "&patient=p",
        "patient=p&=1",
        "patient:Patient=p",
        "PATIENT=p",
        "patient=p&_page="
      })
  void everythingElseIsRefused(String query) {
    assertThatThrownBy(() -> parser.parse(query)).isInstanceOf(RefusedException.class);
  }
}
