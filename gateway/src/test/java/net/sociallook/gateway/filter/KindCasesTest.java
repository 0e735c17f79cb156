package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.Admission;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.ResourceFacts;
import net.sociallook.consent.ResourceFacts.Kind;
import net.sociallook.consent.ResourceType;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class KindCasesTest {

  /** Changes the facts before the rule in force decides on them. */
  private interface Blindness {
    ResourceFacts apply(ResourceFacts facts, Admission admission);
  }

  /** For each rule, one who does not see what it turns on. */
  private static final Map<String, Blindness> BLIND =
      Map.of(
          "start",
              (facts, admission) ->
                  facts.kind() instanceof Kind.Appointment
                      ? with(facts, new Kind.Appointment(Answers.NOW.plusSeconds(1)))
                      : facts,
          "missing start",
              (facts, admission) ->
                  facts.kind() instanceof Kind.Appointment a
                          && a.start().isBefore(Answers.NOW.minusSeconds(1_000_000_000))
                      ? with(facts, new Kind.Appointment(Answers.NOW.plusSeconds(1)))
                      : facts,
          "parties",
              (facts, admission) ->
                  facts.kind() instanceof Kind.Message
                          && admission.request() instanceof AccessRequest.ByInstitution asked
                      ? with(facts, new Kind.Message(Set.of(asked.requester().institution())))
                      : facts,
          "free",
              (facts, admission) ->
                  facts.kind() instanceof Kind.Slot ? with(facts, new Kind.Slot(true)) : facts,
          "client",
              (facts, admission) ->
                  facts.kind().type().hasClient()
                      ? new ResourceFacts(
                          facts.kind(),
                          facts.id(),
                          Optional.of(admission.request().client()),
                          facts.labels())
                      : facts);

  static final List<String> BLINDNESSES = BLIND.keySet().stream().sorted().toList();

  private static ResourceFacts with(ResourceFacts facts, Kind kind) {
    return new ResourceFacts(kind, facts.id(), facts.client(), facts.labels());
  }

  static List<KindCases.Case> cases() {
    return KindCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSingleResourceIsFilteredAsTheCaseSays(KindCases.Case expected) {
    ResourceFilter filter = new ResourceFilter(expected.terms(), expected.asked());

    assertThat(Answers.filtered(filter, expected.given())).isEqualTo(expected.released());
    assertThat(filter.isVisible()).isEqualTo(!expected.released().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEntryIsFilteredAsTheCaseSays(KindCases.Case expected) {
    SearchsetFilter filter = new SearchsetFilter(expected.terms(), Answers.ADDRESSES);

    String released = Answers.filtered(filter, Answers.bundle(List.of(expected.given())));

    assertThat(filter.tally().releasedCount()).isEqualTo(expected.released().isEmpty() ? 0 : 1);
    assertThat(released).contains(expected.released()).doesNotContain("canary");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void howItIsCutIntoChunksMakesNoDifference(KindCases.Case expected) {
    byte[] given = Answers.bytes(expected.given());
    for (int cut = 1; cut < given.length; cut++) {
      ResourceFilter filter = new ResourceFilter(expected.terms(), expected.asked());

      String released =
          Answers.filtered(
              filter,
              Arrays.copyOfRange(given, 0, cut),
              Arrays.copyOfRange(given, cut, given.length));

      assertThat(released).isEqualTo(expected.released());
    }
  }

  @ParameterizedTest
  @MethodSource("releasedCases")
  void whatComesOutIsFhirInTheEyesOfAStrictReader(KindCases.Case one) {
    IBaseResource read =
        FullDocument.R4
            .newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(one.released());

    assertThat(read.fhirType()).isEqualTo(one.type().code());
  }

  static List<KindCases.Case> releasedCases() {
    return cases().stream().filter(one -> !one.released().isEmpty()).toList();
  }

  @Test
  void everyTypeThatCanBeReleasedHasCases() {
    Set<ResourceType> listed =
        EnumSet.allOf(ResourceType.class).stream()
            .filter(type -> AllowList.CURRENT.resource(type.code()).isPresent())
            .collect(Collectors.toSet());
    listed.remove(ResourceType.DOCUMENT_REFERENCE);

    assertThat(cases()).extracting(KindCases.Case::type).containsAll(listed);
    assertThat(listed).hasSize(9);
  }

  @ParameterizedTest
  @FieldSource("BLINDNESSES")
  void whoIsBlindToARuleIsCaught(String rule) {
    Blindness blind = BLIND.get(rule);
    ReleaseRule mutant =
        (facts, admission, now) ->
            ConsentPolicy.release(blind.apply(facts, admission), admission, now);

    assertThat(cases()).anyMatch(one -> isCaught(one, AllowList.of(one.terms()), mutant));
  }

  @Test
  void aListThatSparesBenefitAuthoritiesNothingIsCaught() {
    assertThat(cases()).anyMatch(one -> isCaught(one, AllowList.CURRENT, ConsentPolicy::release));
  }

  @ParameterizedTest
  @MethodSource("restricted")
  void everyElementThatBenefitAuthoritiesMustNotSeeIsInACase(String line) {
    String all = AllowListTest.text();
    AllowList mutant =
        AllowListReader.readForBenefitAuthorities(
            all.replace(line, line.replace(" not-to-benefit-authorities", "")));

    assertThat(cases())
        .filteredOn(one -> AllowList.of(one.terms()) == AllowList.FOR_BENEFIT_AUTHORITIES)
        .anyMatch(one -> isCaught(one, mutant, ConsentPolicy::release));
  }

  static List<String> restricted() {
    return AllowListTest.text()
        .lines()
        .filter(line -> line.endsWith(" not-to-benefit-authorities"))
        .toList();
  }

  /** Parties that are merely left out where they might be another client. */
  @Test
  void aListThatDoesNotMindOtherClientsIsCaught() {
    String lax = AllowListTest.text().replaceAll(" party ", " reference ");

    assertThat(cases())
        .filteredOn(one -> AllowList.of(one.terms()) == AllowList.CURRENT)
        .anyMatch(one -> isCaught(one, AllowListReader.read(lax), ConsentPolicy::release));
  }

  private static boolean isCaught(KindCases.Case one, AllowList list, ReleaseRule rule) {
    try {
      return !Answers.filtered(one.filter(list, rule), one.given()).equals(one.released());
    } catch (DefectiveAnswer other) {
      return true;
    }
  }
}
