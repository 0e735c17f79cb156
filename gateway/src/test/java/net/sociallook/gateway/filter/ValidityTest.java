package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.r4.R4Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a holder sends, what comes out is valid R4 or does not come out. */
class ValidityTest {
  static Stream<KindCases.Case> released() {
    return KindCases.all().stream().filter(one -> !one.released().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("released")
  void whatACaseReleasesIsValid(KindCases.Case one) {
    R4Validity.check(one.released());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20})
  void aPageIsValid(int entries) {
    R4Validity.check(Answers.filtered(Answers.searchset(), Answers.documents(entries)));
  }

  @Test
  void aPageOfAHolderThatRepeatsItselfIsValid() {
    String once = Answers.document(1);

    String page = Answers.filtered(Answers.searchset(), Answers.bundle(List.of(once, once)));

    R4Validity.check(page);
    assertThat(page.split("\"fullUrl\"")).hasSize(2);
  }

  static List<ResourceType> types() {
    return Stream.of(ResourceType.values())
        .filter(type -> AllowList.CURRENT.resource(type.code()).isPresent())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFullResourceComesOutValid(ResourceType type) {
    FullResources.all(type)
        .forEach(full -> {
          String released = filtered(type, full, AllowList.CURRENT);

          assertThat(released).isNotEmpty();
          R4Validity.check(released);
        });
  }

  @ParameterizedTest
  @MethodSource("types")
  void anOddValueAnywhereComesOutValidOrNotAtAll(ResourceType type) {
    int withheld = 0;
    for (Leaves.Place place : Leaves.of(type)) {
      for (String odd : place.odd()) {
        String released =
            filtered(type, FullResources.odd(type, place.path(), odd), AllowList.CURRENT);
        withheld += released.isEmpty() ? 1 : 0;
        if (!released.isEmpty()) {
          assertThat(R4Validity.errors(released)).as(place.path() + ": " + odd).isEmpty();
        }
      }
    }
    assertThat(withheld).isPositive();
  }

  /** But for that of a Slot: one that is not free is withheld anyway. */
  static List<String> bound() {
    return AllowListTest.text()
        .lines()
        .filter(line -> !line.contains(" busy free "))
        .filter(line -> line.matches(" +\\S+ +code \\S.*"))
        .distinct()
        .toList();
  }

  /** Each list of codes is there for a reason. */
  @ParameterizedTest
  @MethodSource("bound")
  void aListThatLetsAnyCodePassIsCaught(String line) {
    AllowList mutant =
        AllowListReader.read(
            AllowListTest.text().replace(line, line.replaceFirst(" code .*", " code")));

    assertThat(types())
        .anyMatch(type ->
            Leaves.of(type).stream()
                .map(Leaves.Place::path)
                .filter(path -> path.endsWith("." + line.strip().split("[! ]")[0]))
                .map(path -> filtered(type, FullResources.odd(type, path, "\"unbekannt\""), mutant))
                .anyMatch(out -> !out.isEmpty() && !R4Validity.errors(out).isEmpty()));
  }

  static List<String> rules() {
    return AllowListTest.text().lines().filter(line -> line.startsWith("  rule ")).toList();
  }

  static Stream<BrokenRules.Case> broken() {
    return BrokenRules.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatBreaksAnInvariantIsLeftOut(BrokenRules.Case broken) {
    String released = filtered(broken.type(), broken.json(), AllowList.CURRENT);

    assertThat(released.isEmpty()).isEqualTo(broken.withheld());
    if (!released.isEmpty()) {
      R4Validity.check(released);
    }
  }

  /** Each rule is there for a reason. */
  @ParameterizedTest
  @MethodSource("rules")
  void aListWithoutARuleIsCaught(String rule) {
    AllowList mutant = AllowListReader.read(AllowListTest.text().replace(rule + "\n", ""));

    assertThat(BrokenRules.ALL)
        .map(broken -> filtered(broken.type(), broken.json(), mutant))
        .anyMatch(out -> !out.isEmpty() && !R4Validity.errors(out).isEmpty());
  }

  private static String filtered(ResourceType type, String json, AllowList list) {
    ResourceId asked = new ResourceId(type == ResourceType.PATIENT ? Answers.AT_RECIPIENT : "x-1");
    return Answers.filtered(
        new ResourceFilter(
            KindCases.terms(type, InstitutionKind.YOUTH_OFFICE),
            asked,
            list,
            ConsentPolicy::release),
        json);
  }
}
