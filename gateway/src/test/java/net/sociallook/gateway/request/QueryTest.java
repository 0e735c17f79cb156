package net.sociallook.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes upstream says exactly what was understood, and nothing else. */
class QueryTest {
  private static final ClientId AT_HOLDER = new ClientId("fedcba9876543210fedcba9876543210");
  private static final ClientId AT_RECIPIENT = new ClientId("0123456789abcdef0123456789abcdef");
  private static final InstitutionId HOLDER = new InstitutionId("youth-office-nordhausen");
  private static final List<String> TOKENS = List.of("a", "http://loinc.org/a#b|c-1.2");
  private static final List<String> DATES =
      List.of("2026", "2026-02", "2026-02-28", "2026-02-28T10:30:00Z", "2026-02-28T10:30+01:00");

  private final Random random = new Random(20261121);

  static Set<ResourceType> types() {
    return SearchTable.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsKeptIsReadAsTheSameQuery(ResourceType type) {
    for (int i = 0; i < 5_000; i++) {
      Query query = query(type);

      assertThat(Query.ofKept(query.kept())).contains(query);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void theHolderIsAskedAboutHerOwnPseudonymWhateverTheCallerWrote(ResourceType type) {
    String client = type.hasClient() ? "?patient=" + AT_HOLDER : "";
    for (int i = 0; i < 5_000; i++) {
      Query query = query(type);

      String target = UpstreamTarget.search(query, AT_HOLDER);

      Parsed parsed =
          RequestParser.parse(
              new RawRequest(
                  "GET",
                  "/fhir/" + HOLDER + "/" + type.code(),
                  Optional.of(target.replaceFirst("[^?]*\\??", "")),
                  List.of(),
                  Optional.empty()));
      assertThat(target).startsWith("/fhir/" + type.code() + client);
      assertThat(parsed)
          .isEqualTo(new Parsed.Understood(new FhirRequest.Search(HOLDER, query.about(AT_HOLDER))));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void freeTimeIsAskedForWithoutTheClient(ResourceType type) {
    String target = UpstreamTarget.search(query(type), AT_HOLDER);

    assertThat(target.contains(AT_HOLDER.value())).isEqualTo(type.hasClient());
    assertThat(target).doesNotContain(AT_RECIPIENT.value());
  }

  @ParameterizedTest
  @MethodSource("types")
  void pageTokenCannotAddAParameter(ResourceType type) {
    String target =
        UpstreamTarget.page(query(type), AT_HOLDER, "a&patient=another#x=y%26 äö\r\nHost: evil");

    assertThat(target)
        .matches(
            "[^?]+\\?([^?]*&)?_page=a%26patient%3Danother%23x%3Dy%2526%20%C3%A4%C3%B6%0D%0AHost%3A%20evil");
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyParameterIsOneOfR4WithThisType(ResourceType type) {
    for (SearchParameter parameter : SearchTable.parameters(type)) {
      RuntimeSearchParam defined =
          FhirContext.forR4Cached()
              .getResourceDefinition(type.code())
              .getSearchParam(parameter.name());
      boolean common = parameter.name().equals("_lastUpdated");
      assertThat(common || defined != null).as(parameter.name()).isTrue();
      assertThat(common ? "date" : defined.getParamType().getCode())
          .isEqualTo(parameter.form().fhirType());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Appointment, status=noshow, true",
    "Appointment, 'status=booked,noshow', true",
    "Appointment, 'status=booked,cancelled', false",
    "Appointment, date=lt2026, false",
    "Task, status=failed, false"
  })
  void aSearchForWhatWasMissedCouldSanction(String type, String query, boolean could) {
    assertThat(Query.ofKept(type + "?" + query))
        .hasValueSatisfying(it -> assertThat(it.couldSanction()).isEqualTo(could));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Goal?achievement-status=achieved",
        "Goal?lifecycle-status=ended",
        "Appointment?status=nowshow",
        "Appointment?status=NOSHOW",
        "Appointment?actor=Patient/1",
        "Slot?status=busy",
        "Slot?patient=0123456789abcdef0123456789abcdef",
        "Schedule?actor=Practitioner/1",
        "Slot?schedule=Location/1",
        "Slot?schedule=Schedule/1,Schedule/2",
        "Communication?sender=Organization/1",
        "CarePlan?date=2026",
        "Patient?_count=1",
        "Binary?_count=1",
        "Observation?_count=1",
        "Goal"
      })
  void restIsNot(String kept) {
    assertThat(Query.ofKept(kept)).isEmpty();
  }

  @Test
  void randomTextNeverBreaksTheParserAndIsReadStably() {
    String alphabet = "statuscurrent_=&%+:.|,-0123456789abcDEF\u00e4 ;#/?";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text =
          new StringBuilder(random.nextBoolean() ? "Task?status=" : "DocumentReference?type=");
      random
          .ints(random.nextInt(30), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));

      Optional<Query> query = Query.ofKept(text.toString());

      query.ifPresent(read -> assertThat(Query.ofKept(read.kept())).contains(read));
    }
  }

  private Query query(ResourceType type) {
    Map<String, String> values = new LinkedHashMap<>();
    for (SearchParameter parameter : SearchTable.parameters(type)) {
      if (random.nextBoolean()) {
        values.put(parameter.name(), value(parameter));
      }
    }
    Optional<ClientId> patient =
        type.hasClient() && random.nextBoolean() ? Optional.of(AT_RECIPIENT) : Optional.empty();
    return new Query(
        type,
        patient,
        values,
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(100)));
  }

  private String value(SearchParameter parameter) {
    return switch (parameter.form()) {
      case CODES -> some(parameter.values());
      case TOKENS -> some(TOKENS);
      case DATE -> {
        DateBound.Prefix[] prefixes = DateBound.Prefix.values();
        String prefix = prefixes[random.nextInt(prefixes.length)].name().toLowerCase(Locale.ROOT);
        yield prefix + DATES.get(random.nextInt(DATES.size()));
      }
      case SCHEDULE -> "Schedule/plan-" + random.nextInt(9);
    };
  }

  private String some(List<String> of) {
    int from = random.nextInt(of.size());
    return String.join(",", of.subList(from, from + 1 + random.nextInt(of.size() - from)));
  }
}
