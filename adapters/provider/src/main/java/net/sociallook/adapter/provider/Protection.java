package net.sociallook.adapter.provider;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Labels;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a server's security labels mean outside. The highest counts. What is not understood, or not
 * given, is held to be very restricted.
 */
final class Protection {
  /** This make's own levels. */
  static final String OWN = "https://traegerakte.example/fhir/CodeSystem/schutzstufe";

  private static final String LEVELS = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  private static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final Map<String, Confidentiality> OWN_LEVELS =
      Map.of("A", Confidentiality.N, "B", Confidentiality.R, "G", Confidentiality.V);
  private static final Set<String> SENSITIVITIES =
      Set.of(
          "SDV",
          "VIO",
          "SUD",
          "ETH",
          "ETHUD",
          "OPIOIDUD",
          "MH",
          "PSY",
          "BH",
          "HIV",
          "STD",
          "SEX",
          "LOCIS",
          "ADOL",
          "SSP",
          "TBOO");

  private Protection() {}

  static Labels labels(Resource resource) {
    return labels(resource, List.of());
  }

  /**
   * @param more labels that the resource has beside those of its {@code meta}
   */
  static Labels labels(Resource resource, List<CodeableConcept> more) {
    List<Coding> labels =
        Stream.concat(
                resource.getMeta().getSecurity().stream(),
                more.stream().map(CodeableConcept::getCoding).flatMap(Collection::stream))
            .toList();
    Set<String> sensitivities = new HashSet<>();
    Optional<Confidentiality> level = Optional.empty();
    for (Coding label : labels) {
      if (ACTS.equals(label.getSystem()) && SENSITIVITIES.contains(label.getCode())) {
        sensitivities.add(label.getCode());
      } else {
        Confidentiality said = level(label);
        level = Optional.of(level.filter(it -> it.compareTo(said) > 0).orElse(said));
      }
    }
    return new Labels(level.orElse(Confidentiality.V), sensitivities);
  }

  private static Confidentiality level(Coding label) {
    String code = label.hasCode() ? label.getCode() : "";
    if (OWN.equals(label.getSystem())) {
      return OWN_LEVELS.getOrDefault(code, Confidentiality.V);
    }
    return Arrays.stream(Confidentiality.values())
        .filter(it -> LEVELS.equals(label.getSystem()) && it.name().equals(code))
        .findFirst()
        .orElse(Confidentiality.V);
  }
}
