package net.sociallook.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.InstitutionId;
import org.junit.jupiter.api.Test;

/** What goes upstream says exactly what was understood, and nothing else. */
class DocumentQueryTest {
  private static final ClientId AT_HOLDER = new ClientId("fedcba9876543210fedcba9876543210");
  private static final InstitutionId HOLDER = new InstitutionId("youth-office-nordhausen");

  private final Random random = new Random(20261121);

  @Test
  void whatIsRenderedIsReadAsTheSameQuery() {
    for (int i = 0; i < 20_000; i++) {
      DocumentQuery query = query();

      assertThat(DocumentQuery.ofRendered(query.render())).contains(query);
    }
  }

  @Test
  void theHolderIsAskedAboutHerOwnPseudonymWhateverTheCallerWrote() {
    for (int i = 0; i < 20_000; i++) {
      DocumentQuery query = query();

      String target = UpstreamTarget.search(query, AT_HOLDER);

      Parsed parsed =
          RequestParser.parse(
              new RawRequest(
                  "GET",
                  "/fhir/" + HOLDER + "/DocumentReference",
                  Optional.of(target.substring(target.indexOf('?') + 1)),
                  List.of(),
                  Optional.empty()));
      assertThat(target).startsWith("/fhir/DocumentReference?patient=" + AT_HOLDER);
      assertThat(parsed)
          .isEqualTo(
              new Parsed.Understood(
                  new FhirRequest.SearchDocuments(HOLDER, query.about(AT_HOLDER))));
    }
  }

  @Test
  void pageTokenCannotAddAParameter() {
    String target =
        UpstreamTarget.page(query(), AT_HOLDER, "a&patient=another#x=y%26 äö\r\nHost: evil");

    assertThat(target)
        .endsWith("&_page=a%26patient%3Danother%23x%3Dy%2526%20%C3%A4%C3%B6%0D%0AHost%3A%20evil");
  }

  @Test
  void randomTextNeverBreaksTheParserAndIsReadStably() {
    String alphabet = "statuscurrent_=&%+:.|,-0123456789abcDEF\u00e4 ;#/?";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "status=" : "");
      random
          .ints(random.nextInt(30), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));

      Optional<DocumentQuery> query = DocumentQuery.ofRendered(text.toString());

      query.ifPresent(read -> assertThat(DocumentQuery.ofRendered(read.render())).contains(read));
    }
  }

  private DocumentQuery query() {
    return new DocumentQuery(
        maybe(() -> new ClientId("0123456789abcdef0123456789abcdef")),
        random.nextBoolean() ? List.of() : List.of("current", "superseded"),
        tokens(),
        tokens(),
        maybe(this::bound),
        maybe(this::bound),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(100)));
  }

  private List<CodeToken> tokens() {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i ->
            new CodeToken(
                maybe(() -> "http://loinc.org/a#b"), "code-" + i + "." + random.nextInt(9)))
        .toList();
  }

  private DateBound bound() {
    List<String> values =
        List.of("2026", "2026-02", "2026-02-28", "2026-02-28T10:30:00Z", "2026-02-28T10:30+01:00");
    DateBound.Prefix[] prefixes = DateBound.Prefix.values();
    return new DateBound(
        prefixes[random.nextInt(prefixes.length)], values.get(random.nextInt(values.size())));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
