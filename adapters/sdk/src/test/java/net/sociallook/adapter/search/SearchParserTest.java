package net.sociallook.adapter.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.TimeRange;
import net.sociallook.adapter.server.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParserTest {
  private final SearchParser parser = new SearchParser(ZoneId.of("Europe/Berlin"));

  @Test
  void everyParameterIsUnderstood() {
    Search search =
        documents(
            "_count=7&type=a%7Cb,c&status=current,superseded&category=plan&_page=xyz&patient=p"
                + "&date=2026-01-01");
    Filters filters = search.filters();

    assertThat(search.patient()).hasValue("p");
    assertThat(search.count()).isEqualTo(7);
    assertThat(search.page()).hasValue("xyz");
    assertThat(search.sent())
        .isEqualTo(
            "category=plan&date=2026-01-01&patient=p&status=current%2Csuperseded&type=a%7Cb%2Cc");
    assertThat(filters.choice("status", DocumentStatus.values()))
        .containsExactlyInAnyOrder(DocumentStatus.CURRENT, DocumentStatus.SUPERSEDED);
    assertThat(filters.codes("type"))
        .isEqualTo(
            Set.of(new CodeFilter(Optional.of("a"), "b"), new CodeFilter(Optional.empty(), "c")));
    assertThat(filters.times("date"))
        .isEqualTo(
            new TimeRange(
                Optional.of(Instant.parse("2025-12-31T23:00:00Z")),
                Optional.of(Instant.parse("2026-01-01T23:00:00Z"))));
  }

  @Test
  void patientAloneAsksForAll() {
    assertThat(documents("patient=p").filters().codes()).isEmpty();
    assertThat(documents("patient=p").filters().times()).isEmpty();
    assertThat(documents("patient=p").count()).isEqualTo(20);
    assertThat(documents("patient=p&_count=99999").count()).isEqualTo(100);
  }

  @Test
  void whatIsAboutNobodyIsSearchedWithoutPatient() {
    Search search = parser.parse(ResourceKind.SLOT, "schedule=Schedule/cal-1,cal-2&status=free");

    assertThat(search.patient()).isEmpty();
    assertThat(search.filters().ids("schedule")).containsExactlyInAnyOrder("cal-1", "cal-2");
    assertThatThrownBy(() -> parser.parse(ResourceKind.SLOT, "patient=p"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> parser.parse(ResourceKind.SLOT, "schedule=Patient/cal-1"))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "APPOINTMENT, date=ge2026&status=booked",
    "SLOT, schedule=k-1&start=2026-01&status=free",
    "SCHEDULE, date=2026",
    "GOAL, lifecycle-status=active&target-date=lt2027",
    "CARE_PLAN, status=active&category=a%7Cb",
    "COMMUNICATION, sent=2026&category=notification",
    "SERVICE_REQUEST, status=active",
    "TASK, status=in-progress"
  })
  void eachKindHasItsParametersAndNoOthers(ResourceKind kind, String query) {
    String own = kind.isAboutPatient() ? "patient=p&" + query : query;

    assertThat(parser.parse(kind, own + "&_lastUpdated=2026&_count=1").count()).isEqualTo(1);
    Set<String> said =
        Stream.of((own + "&_lastUpdated=2026&_count=1&_page=x").split("&"))
            .map(pair -> pair.split("=")[0])
            .collect(Collectors.toSet());
    assertThat(kind.names()).isEqualTo(said);
    assertThatThrownBy(() -> parser.parse(kind, own + "&subject=x"))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatCouldServeASanctionIsSearched(ResourceKind kind) {
    assertThat(kind.names())
        .doesNotContain(
            "achievement-status", "achievementStatus", "status-reason", "reason-code", "comment");
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
    assertThatThrownBy(() -> documents(query)).isInstanceOf(RefusedException.class);
  }

  private Search documents(String query) {
    return parser.parse(ResourceKind.DOCUMENT_REFERENCE, query);
  }
}
