package net.sociallook.adapter.provider;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.Coded;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** The small parts that resources of several kinds are made of. */
final class Terms {
  private static final List<String> STANDARDS =
      List.of("http://loinc.org", "http://terminology.hl7.org/", "https://sociallook.net/");

  private Terms() {}

  /**
   * The value with this code.
   *
   * @throws SystemFailure if there is none
   */
  static <E extends Coded> E of(E[] values, Optional<String> code, String element) {
    return Arrays.stream(values)
        .filter(value -> Optional.of(value.code()).equals(code))
        .findFirst()
        .orElseThrow(() -> new SystemFailure(element + ": not understood"));
  }

  /** The best known of the codes of a concept; empty where it has none but words. */
  static Optional<Code> code(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(coding -> coding.hasSystem() && coding.hasCode())
        .min(Comparator.comparing(coding -> !isStandard(coding)))
        .map(coding ->
            new Code(
                coding.getSystem(), coding.getCode(), words(concept).orElse(coding.getCode())));
  }

  static List<Code> codes(List<CodeableConcept> concepts) {
    return concepts.stream().flatMap(concept -> code(concept).stream()).toList();
  }

  /** What a concept says in words. */
  static Optional<String> words(CodeableConcept concept) {
    return Stream.concat(
            Stream.ofNullable(concept.getText()),
            concept.getCoding().stream().map(Coding::getDisplay))
        .filter(text -> text != null && !text.isBlank())
        .findFirst();
  }

  /** Whether one of the filters matches one of the codes; without filters, always. */
  static boolean match(Set<CodeFilter> filters, List<Code> codes) {
    return filters.isEmpty()
        || filters.stream().anyMatch(filter -> codes.stream().anyMatch(filter::matches));
  }

  /** Whether a value is one of those wanted; if none is wanted in particular, always. */
  static <E> boolean among(Set<E> wanted, E value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean isStandard(Coding coding) {
    return STANDARDS.stream().anyMatch(coding.getSystem()::startsWith);
  }

  /** The server's id, which is an id outside too. */
  static String id(Resource resource) {
    return SystemFailure.unlessGiven(resource.getIdPart(), "id");
  }
}
