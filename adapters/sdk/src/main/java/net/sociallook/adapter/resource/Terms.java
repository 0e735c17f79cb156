package net.sociallook.adapter.resource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Coded;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Party;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;

/** The small parts that resources of several kinds are made of. */
final class Terms {
  private static final String CONFIDENTIALITY =
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private Terms() {}

  static List<Coding> labels(Labels labels) {
    List<Coding> codings = new ArrayList<>();
    String level = labels.confidentiality().name();
    codings.add(new Coding(CONFIDENTIALITY, level, labels.confidentiality().display()));
    labels.sensitivities().stream()
        .sorted()
        .forEach(code -> codings.add(new Coding().setSystem(ACT_CODE).setCode(code)));
    return codings;
  }

  static CodeableConcept concept(Code code) {
    return new CodeableConcept(new Coding(code.system(), code.code(), code.display()))
        .setText(code.display());
  }

  static CodeableConcept concept(String system, Coded value) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(value.code()));
  }

  static CodeableConcept text(String words) {
    return new CodeableConcept().setText(words);
  }

  /** Says at least what kind of person is meant: a name alone, a gateway must leave out. */
  static Reference author(Author author) {
    Reference reference = new Reference().setDisplay(author.name());
    author
        .directoryId()
        .ifPresentOrElse(
            id -> reference.setReference("PractitionerRole/" + id),
            () -> reference.setType("PractitionerRole"));
    return reference;
  }

  static Reference party(Party party, Subject subject) {
    return switch (party) {
      case Party.OfClient() -> subject.patientReference();
      case Party.OfHolder() -> subject.holderReference();
      case Party.OfInstitution(String id, String name) ->
          new Reference("Organization/" + id).setDisplay(name);
      case Party.OfCaseworker(Author caseworker) -> author(caseworker);
      case Party.Outside(String name) -> new Reference().setDisplay(name);
    };
  }

  /** A day, where FHIR would take an instant too. */
  static DateTimeType moment(LocalDate day) {
    return new DateTimeType(day.toString());
  }

  static DateType date(LocalDate day) {
    return new DateType(day.toString());
  }
}
