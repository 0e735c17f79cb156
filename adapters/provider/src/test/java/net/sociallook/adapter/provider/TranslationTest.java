package net.sociallook.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Labels;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small translations. */
class TranslationTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String LEVELS = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  private static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final URI BASE = URI.create("http://127.0.0.1:8000/fhir");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient/1042",
        "Patient/1042/_history/3",
        "http://127.0.0.1:8000/fhir/Patient/1042",
        "http://127.0.0.1:8000/fhir/Patient/1042/_history/1"
      })
  void referenceIsReadInEveryForm(String reference) {
    assertThat(Pointer.of(reference, BASE)).hasValue(new Pointer("Patient", "1042"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#p",
        "Patient",
        "Patient/",
        "Patient/10/42",
        "Patient/1042?x",
        "urn:uuid:1042",
        "http://127.0.0.1:8001/fhir/Patient/1042",
        "http://127.0.0.1:8000/fhir2/Patient/1042",
        "https://127.0.0.1:8000/fhir/Patient/1042",
        "http://example.org/fhir/Patient/1042",
        "../Patient/1042"
      })
  void whatLeadsElsewhereIsNoReference(String reference) {
    assertThat(Pointer.of(reference, BASE)).isEmpty();
  }

  @Test
  void highestLabelCounts() {
    Labels labels =
        labelled(
            new Coding(LEVELS, "N", null),
            new Coding(LEVELS, "R", null),
            new Coding(ACTS, "SUD", null));

    assertThat(labels).isEqualTo(new Labels(Confidentiality.R, Set.of("SUD")));
    assertThat(labelled(new Coding(Protection.OWN, "A", null))).isEqualTo(Labels.NORMAL);
    assertThat(labelled(new Coding(Protection.OWN, "B", null)).confidentiality())
        .isEqualTo(Confidentiality.R);
  }

  @Test
  void labelOfTheDocumentItselfCountsToo() {
    Goal resource = new Goal();
    resource.getMeta().addSecurity(new Coding(LEVELS, "N", null));

    assertThat(
            Protection.labels(
                resource, List.of(new CodeableConcept(new Coding(LEVELS, "V", null)))))
        .isEqualTo(new Labels(Confidentiality.V, Set.of()));
  }

  @Test
  void whatIsNotUnderstoodIsVeryRestricted() {
    assertThat(labelled().confidentiality()).isEqualTo(Confidentiality.V);
    for (Coding unknown :
        List.of(
            new Coding(LEVELS, "X", null),
            new Coding(ACTS, "NEWCODE", null),
            new Coding(Protection.OWN, "Z", null),
            new Coding("https://other.example", "N", null),
            new Coding().setCode("N"),
            new Coding().setSystem(LEVELS))) {
      assertThat(labelled(new Coding(LEVELS, "N", null), unknown).confidentiality())
          .isEqualTo(Confidentiality.V);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31",
    "2026-02, 2026-02-01, 2026-02-28",
    "2026-02-07, 2026-02-07, 2026-02-07",
    "2026-02-07T23:30:00Z, 2026-02-08, 2026-02-08"
  })
  void coarseDatesBecomeDays(String said, LocalDate first, LocalDate last) {
    assertThat(Moments.firstDay(new DateTimeType(said), BERLIN)).isEqualTo(first);
    assertThat(Moments.lastDay(new DateTimeType(said), BERLIN)).isEqualTo(last);
  }

  @Test
  void dayBeginsWhereTheInstitutionIs() {
    assertThat(Moments.start(new DateTimeType("2026-02-07"), BERLIN))
        .isEqualTo(Instant.parse("2026-02-06T23:00:00Z"));
    assertThat(Moments.start(new DateTimeType("2026-02-07T10:00:00+03:00"), BERLIN))
        .isEqualTo(Instant.parse("2026-02-07T07:00:00Z"));
  }

  @Test
  void modifierAnywhereIsSeen() {
    Goal plain = new Goal();
    plain.addExtension(new Extension("https://x.example", new BooleanType(true)));
    Goal turned = plain.copy();
    turned.addModifierExtension(new Extension("https://x.example", new BooleanType(true)));
    Goal ruled = plain.copy();
    ruled.setImplicitRules("https://x.example");
    Goal deep = plain.copy();
    deep.addTarget()
        .addModifierExtension(new Extension("https://x.example", new BooleanType(true)));
    Goal contained = plain.copy();
    contained.addContained(turned.copy());

    assertThat(Resources.isUnderstood(plain)).isTrue();
    assertThat(List.of(turned, ruled, deep, contained)).noneMatch(Resources::isUnderstood);
  }

  @Test
  void participantsNumberIsOneAndOfThisMake() {
    Patient patient = new Patient();
    patient.addIdentifier().setSystem("https://other.example").setValue("TN-1");
    assertThat(Patients.number(patient)).isEmpty();
    patient.addIdentifier().setSystem(Patients.NUMBERS).setValue("TN-2");
    assertThat(Patients.number(patient)).hasValue("TN-2");
    assertThat(Patients.number(patient.copy().setActive(false))).isEmpty();
    patient.addIdentifier().setSystem(Patients.NUMBERS).setValue("TN-3");
    assertThat(Patients.number(patient)).isEmpty();
  }

  @Test
  void codeOfAClosedListIsUnderstoodOrRefused() {
    assertThat(Terms.of(GoalStatus.values(), Optional.of("on-hold"), "status"))
        .isEqualTo(GoalStatus.ON_HOLD);
    for (Optional<String> wrong : List.of(Optional.of("onhold"), Optional.<String>empty())) {
      assertThatThrownBy(() -> Terms.of(GoalStatus.values(), wrong, "status"))
          .isInstanceOf(SystemFailure.class);
    }
  }

  @Test
  void standardCodeIsPreferredToTheMakesOwn() {
    CodeableConcept concept =
        new CodeableConcept(new Coding("https://own.example", "P1", "Post"))
            .addCoding(new Coding("http://loinc.org", "11488-4", "Consult note"));

    assertThat(Terms.code(concept).orElseThrow().code()).isEqualTo("11488-4");
    assertThat(Terms.code(new CodeableConcept().setText("nur Worte"))).isEmpty();
  }

  private static Labels labelled(Coding... labels) {
    Goal resource = new Goal();
    for (Coding label : labels) {
      resource.getMeta().addSecurity(label);
    }
    return Protection.labels(resource);
  }
}
