package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.r4.R4Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the R4 specification and, of every type, minimal and complete ones: what the list
 * names comes out as it was written, of the rest no byte.
 */
class OfficialExamplesTest {
  private static final int LONG_ENOUGH = 4;

  static List<R4Example> examples() {
    return R4Example.ALL.stream().filter(one -> !isAbsent(one)).toList();
  }

  /** Those minimal ones that say of what R4 demands that it is absent. */
  static List<R4Example> absent() {
    return R4Example.ALL.stream().filter(OfficialExamplesTest::isAbsent).toList();
  }

  private static boolean isAbsent(R4Example one) {
    return one.name().contains("/minimal/");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsAllowedComesOutUnchangedAndNothingElse(R4Example example) {
    List<ExampleValue> allowed =
        body(ExampleValue.of(example.json()).stream().filter(ExampleValue::isAllowed).toList());

    String released = filtered(example);

    // of some nothing at all is in the list
    assertThat(released.isEmpty()).isEqualTo(allowed.isEmpty());
    if (!released.isEmpty()) {
      assertThat(body(ExampleValue.of(released))).containsExactlyInAnyOrderElementsOf(allowed);
      R4Validity.check(released);
    }
  }

  @ParameterizedTest
  @MethodSource("absent")
  void whereR4DemandsWhatIsAbsentNothingComesOut(R4Example example) {
    String released = filtered(example);

    if (!released.isEmpty()) {
      R4Validity.check(released);
    }
    assertThat(released).doesNotContain("data-absent-reason");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsDroppedLeavesNoByte(R4Example example) {
    List<ExampleValue> given = ExampleValue.of(example.json());
    String released = filtered(example);
    String allowed =
        Stream.concat(
                given.stream().filter(ExampleValue::isAllowed).map(ExampleValue::raw),
                names(released))
            .collect(Collectors.joining(" "));

    Set<String> dropped =
        given.stream()
            .filter(value -> !value.isAllowed() && value.raw().length() >= LONG_ENOUGH)
            .map(ExampleValue::raw)
            .filter(raw -> !allowed.contains(raw))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(dropped).noneMatch(released::contains);
  }

  /** What a holder's value may share letters with: names of members, and the labels we give. */
  private static Stream<String> names(String released) {
    return Stream.concat(
        Pattern.compile("\"([A-Za-z]+)\":")
            .matcher(released)
            .results()
            .map(found -> found.group(1)),
        ExampleValue.of(released).stream()
            .filter(value -> value.path().contains(".meta.security."))
            .map(ExampleValue::raw));
  }

  /** Numbers, characters and siblings that a reader who builds a tree would spoil. */
  @Test
  void numbersAndTextsAreNotRewritten() {
    String goal =
        "{\"resourceType\":\"Goal\",\"id\":\"x-1\",\"lifecycleStatus\":\"active\",\"_lifecycleStatus\":{\"id\":\"canary\"},"
            + "\"description\":{\"text\":\"\\u00fc ü 😀 \\ud83d\\ude00 \\/ العربية\",\"extension\":[{\"url\":\"canary\"}]},\"subject\":{\"reference\":\"Patient/"
            + Answers.AT_HOLDER
            + "\"},\"target\":[{\"measure\":{\"text\":\"a\"},\"detailQuantity\":{\"value\":%s,\"_value\":{\"id\":\"canary\"}}}]}";
    for (String number : List.of("1.00", "5e3", "-0.0", "1E+2", "0.10000000000000000000000001")) {
      String released =
          Answers.filtered(
              new ResourceFilter(terms(ResourceType.GOAL), new ResourceId("x-1")),
              goal.formatted(number));

      assertThat(released)
          .contains("\"detailQuantity\":{\"value\":" + number + "}")
          .contains("\"text\":\"\\u00fc ü 😀 \\ud83d\\ude00 \\/ العربية\"}")
          .doesNotContain("canary", "_");
    }
  }

  @Test
  void everyTypeHasCompleteExamples() {
    Set<String> types =
        Stream.of(ResourceType.values())
            .map(ResourceType::code)
            .filter(code -> AllowList.CURRENT.resource(code).isPresent())
            .collect(Collectors.toSet());

    for (String part : List.of("/complete-mock/", "/spec/")) {
      assertThat(R4Example.ALL)
          .filteredOn(example -> example.name().contains(part))
          .extracting(example -> example.type().code())
          .containsAll(types);
    }
    assertThat(absent()).isNotEmpty();
  }

  private static String filtered(R4Example example) {
    ResourceId asked =
        new ResourceId(
            example.type() == ResourceType.PATIENT ? Answers.AT_RECIPIENT : R4Example.ID);
    return Answers.filtered(new ResourceFilter(terms(example.type()), asked), example.json());
  }

  private static Terms terms(ResourceType type) {
    return KindCases.terms(type, InstitutionKind.YOUTH_OFFICE);
  }

  /** Without what stands in front, part of it ours; with the client's name at the holder. */
  private static List<ExampleValue> body(List<ExampleValue> values) {
    return values.stream()
        .filter(value -> !value.path().matches("[A-Za-z]+\\.(resourceType|id|meta\\..*)"))
        .map(value ->
            new ExampleValue(
                value.path(), value.raw().replace(Answers.AT_RECIPIENT, Answers.AT_HOLDER)))
        .toList();
  }
}
