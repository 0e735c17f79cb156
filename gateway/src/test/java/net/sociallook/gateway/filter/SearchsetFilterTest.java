package net.sociallook.gateway.filter;

import static net.sociallook.gateway.filter.Answers.AT_HOLDER;
import static net.sociallook.gateway.filter.Answers.AT_RECIPIENT;
import static net.sociallook.gateway.filter.Answers.OTHER_CLIENT;
import static net.sociallook.gateway.filter.Answers.bundle;
import static net.sociallook.gateway.filter.Answers.document;
import static net.sociallook.gateway.filter.Answers.filtered;
import static net.sociallook.gateway.filter.Answers.searchset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchsetFilterTest {
  private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

  @Test
  void anEntryIsReleasedInAFreshEnvelope() {
    String given =
        "{\"resourceType\":\"DocumentReference\",\"id\":\"d-1\",\"status\":\"current\","
            + "\"content\":[{\"attachment\":{\"title\":\"a\"}}],\"subject\":{\"reference\":\"Patient/"
            + AT_HOLDER
            + "\"}}";

    String released = filtered(searchset(), bundle(List.of(given)));

    assertThat(released)
        .isEqualTo(
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"fullUrl\":"
                + "\"https://gateway.test/fhir/youth-office-nordhausen/DocumentReference/d-1\","
                + "\"resource\":{\"resourceType\":\"DocumentReference\",\"id\":\"d-1\",\"meta\":{"
                + "\"security\":["
                + act("NOREUSE")
                + ","
                + act("NORDSCLCD")
                + ","
                + act("NOPERSISTP")
                + "]},\"status\":\"current\",\"content\":[{\"attachment\":{\"title\":\"a\"}}],\"subject\":{\"reference\":"
                + "\"Patient/"
                + AT_RECIPIENT
                + "\"}},\"search\":{\"mode\":\"match\"}}]}");
  }

  private static String act(String code) {
    return "{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\""
        + code
        + "\"}";
  }

  @Test
  void whatIsWithheldLeavesNoTrace() {
    String other = document("akte-99-1", OTHER_CLIENT, "canary");
    SearchsetFilter mixed = searchset();

    String released = filtered(mixed, bundle(List.of(other, document(1), other, document(2))));

    assertThat(released)
        .isEqualTo(filtered(searchset(), bundle(List.of(document(1), document(2)))));
    assertThat(mixed.tally())
        .isEqualTo(
            new Tally(
                List.of(
                    new Tally.Released(
                        ResourceType.DOCUMENT_REFERENCE, new ResourceId("akte-17-1")),
                    new Tally.Released(
                        ResourceType.DOCUMENT_REFERENCE, new ResourceId("akte-17-2"))),
                2,
                2));
  }

  @Test
  void anAnswerOfWhichNothingIsReleasedEqualsAnEmptyOne() {
    String other = document("akte-99-1", OTHER_CLIENT, "canary");

    assertThat(filtered(searchset(), bundle(List.of(other)))).isEqualTo(EMPTY);
    assertThat(filtered(searchset(), EMPTY)).isEqualTo(EMPTY);
  }

  @Test
  void nothingIsGivenOutBeforeTheFirstReleasedEntry() {
    SearchsetFilter filter = searchset();
    byte[] answer =
        Answers.bytes(bundle(List.of(document("x", OTHER_CLIENT, "canary"), document(1))));

    int given = 0;
    for (int i = 0; filter.tally().releasedCount() == 0; i++) {
      assertThat(given).isZero();
      given += filter.feed(ByteBuffer.wrap(answer, i, 1)).length;
    }

    assertThat(given).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"include", "outcome", "", "MATCH"})
  void onlyMatchesAreReleased(String mode) {
    String given = bundle(List.of(document(1))).replace("\"match\"", '"' + mode + '"');
    SearchsetFilter filter = searchset();

    assertThat(filtered(filter, given)).isEqualTo(EMPTY);
    assertThat(filter.tally().withheldCount()).isEqualTo(1);
  }

  @Test
  void anEntryThatDoesNotSayHowItWasFoundIsAMatch() {
    String given = bundle(List.of(document(1))).replace(",\"search\":{\"mode\":\"match\"}", "");

    assertThat(filtered(searchset(), given)).contains("akte-17-1");
  }

  @Test
  void theOrderOfTheMembersMeansNothing() {
    String sorted =
        "{\"entry\":["
            + Answers.entry(document(1))
            + "],\"link\":[{\"relation\":\"next\",\"url\":"
            + "\"https://adapter.test/fhir/DocumentReference?_page=abc\"}],"
            + "\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";
    String usual =
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\","
            + "\"url\":\"https://adapter.test/fhir/DocumentReference?_page=abc\"}],"
            + "\"entry\":["
            + Answers.entry(document(1))
            + "]}";

    assertThat(filtered(searchset(), sorted))
        .isEqualTo(filtered(searchset(), usual))
        .endsWith(
            ",\"link\":[{\"relation\":\"next\",\"url\":\"https://gateway.test/next?cursor=abc\"}]}");
  }

  @Test
  void ourSelfLinkStandsBeforeTheNextOne() {
    Addresses addresses =
        new Addresses(
            Answers.ADDRESSES.base(),
            Optional.of(URI.create("https://gateway.test/self")),
            Answers.ADDRESSES.next());
    String given = withLinks("{\"relation\":\"next\",\"url\":\"?_page=abc\"}");

    assertThat(filtered(new SearchsetFilter(Answers.granted(), addresses), given))
        .endsWith(
            "\"link\":[{\"relation\":\"self\",\"url\":\"https://gateway.test/self\"},"
                + "{\"relation\":\"next\",\"url\":\"https://gateway.test/next?cursor=abc\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "?_page=a%2Bb%26c, a%2Bb%26c",
    "https://x.test/y?_count=5&_page=abc&status=current, abc",
    "https:\\/\\/x.test\\/y?_page=abc#_page=def, abc",
    "?_page=%C3%A4, %C3%A4",
  })
  void thePageTokenIsTakenFromTheNextLink(String url, String cursor) {
    assertThat(filtered(searchset(), withLinks(link("next", url))))
        .endsWith("\"url\":\"https://gateway.test/next?cursor=" + cursor + "\"}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"self", "first", "last", "previous", "prev", "NEXT"})
  void noOtherLinkPasses(String relation) {
    assertThat(filtered(searchset(), withLinks(link(relation, "?_page=canary")))).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.test/y", "?_page=", "?_page=%zz", "?_page=a&_page=b", "?a=_page=b", ""})
  void aNextLinkWithoutOneTokenIsDefective(String url) {
    assertDefective(Defect.PAGE_LINK, withLinks(link("next", url)));
  }

  @Test
  void twoNextLinksAreDefective() {
    String next = link("next", "?_page=a");
    assertDefective(Defect.PAGE_LINK, withLinks(next + "," + next));
  }

  private static String link(String relation, String url) {
    return "{\"relation\":\"" + relation + "\",\"url\":\"" + url + "\"}";
  }

  private static String withLinks(String links) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[" + links + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"resourceType\":\"Bundle\"}",
        "{\"type\":\"searchset\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"history\"}",
        "{\"resourceType\":\"Bundle\",\"type\":[\"searchset\"]}",
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}",
        "{\"resourceType\":\"DocumentReference\",\"type\":\"searchset\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":{}}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":null}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[null]}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[[]]}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":{}}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[1]}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"implicitRules\":\"x\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"modifierExtension\":[]}",
      })
  void whatIsNoSearchsetIsDefective(String answer) {
    assertDefective(Defect.NOT_A_SEARCHSET, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\",\"type\":\"searchset\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[],\"entry\":[]}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"id\":\"a\",\"id\":\"b\"}",
      })
  void aBundleWithAMemberTwiceIsDefective(String answer) {
    assertDefective(Defect.DUPLICATE_MEMBER, answer);
  }

  @Test
  void anAnswerThatEndsInTheMiddleIsDefective() {
    byte[] answer = Answers.bytes(Answers.documents(2));
    for (int length = 0; length < answer.length; length++) {
      SearchsetFilter filter = searchset();
      filter.feed(ByteBuffer.wrap(answer, 0, length));
      assertThatExceptionOfType(DefectiveAnswer.class)
          .isThrownBy(filter::finish)
          .satisfies(thrown -> assertThat(thrown.defect()).isEqualTo(Defect.TRUNCATED));
    }
  }

  @Test
  void afterADefectNothingMoreIsSaid() {
    SearchsetFilter filter = searchset();
    String answer = Answers.documents(1).replace("]}", "]}}");

    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> filter.feed(ByteBuffer.wrap(Answers.bytes(answer))));

    assertThat(filter.tally()).isEqualTo(Tally.NOTHING);
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> filter.feed(ByteBuffer.allocate(0)));
    assertThatExceptionOfType(DefectiveAnswer.class).isThrownBy(filter::finish);
  }

  @Test
  void theFirstHundredAreNamedAndAllAreCounted() {
    SearchsetFilter filter = searchset();

    filtered(filter, Answers.documents(130));

    assertThat(filter.tally().released()).hasSize(100);
    assertThat(filter.tally().releasedCount()).isEqualTo(130);
  }

  @Test
  void theClientHerselfMayKeepWhatSheReads() {
    String released =
        filtered(
            new SearchsetFilter(Answers.own(), Answers.ADDRESSES), bundle(List.of(document(1))));

    assertThat(released).contains("NOREUSE", "NORDSCLCD").doesNotContain("NOPERSISTP");
  }

  private static void assertDefective(Defect defect, String answer) {
    assertThatExceptionOfType(DefectiveAnswer.class)
        .isThrownBy(() -> filtered(searchset(), answer))
        .satisfies(thrown -> assertThat(thrown.defect()).isEqualTo(defect));
  }
}
