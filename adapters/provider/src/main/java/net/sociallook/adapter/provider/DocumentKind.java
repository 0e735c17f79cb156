package net.sociallook.adapter.provider;

import java.util.Arrays;
import java.util.List;
import net.sociallook.adapter.record.Code;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What this make's kinds of documents mean outside. */
enum DocumentKind {
  ZEUGNIS("ZEUG", "school-report", "Zeugnis", "certificate", "Nachweis"),
  TEILNAHME("TEIL", "attendance-certificate", "Teilnahmebescheinigung", "certificate", "Nachweis"),
  VERTRAG("AVTR", "training-contract", "Ausbildungsvertrag", "contract", "Vertrag"),
  BEURTEILUNG("BEUR", "assessment", "Beurteilung", "statement", "Stellungnahme"),
  BERATUNG("BERA", "counselling-note", "Beratungsvermerk", "note", "Verlaufsnotiz"),
  PLAN("PLAN", "plan", "Plan", "plan", "Plan"),
  MIETE("MIET", "tenancy-confirmation", "Mietbescheinigung", "certificate", "Nachweis"),
  LEBENSLAUF("LEBL", "curriculum-vitae", "Lebenslauf", "application", "Bewerbung"),
  /** Every kind that is not listed here. */
  OTHER("", "other", "Sonstiges Dokument", "other", "Sonstiges");

  /** This make's own codes of documents. */
  static final String OWN = "https://traegerakte.example/fhir/CodeSystem/dokumentart";

  private static final String LOINC = "http://loinc.org";

  private final String localCode;
  private final Code type;
  private final Code category;

  DocumentKind(String localCode, String type, String words, String category, String categoryWords) {
    this.localCode = localCode;
    this.type = new Code("https://sociallook.net/fhir/CodeSystem/document-type", type, words);
    this.category =
        new Code(
            "https://sociallook.net/fhir/CodeSystem/document-category", category, categoryWords);
  }

  static DocumentKind of(CodeableConcept type) {
    List<String> codes =
        type.getCoding().stream()
            .filter(coding -> OWN.equals(coding.getSystem()) && coding.hasCode())
            .map(Coding::getCode)
            .toList();
    return Arrays.stream(values())
        .filter(kind -> codes.contains(kind.localCode))
        .findFirst()
        .orElse(OTHER);
  }

  /** LOINC's code where the server gives one, else ours. */
  Code type(CodeableConcept said) {
    return said.getCoding().stream()
        .filter(coding -> LOINC.equals(coding.getSystem()) && coding.hasCode())
        .findFirst()
        .map(coding ->
            new Code(
                LOINC,
                coding.getCode(),
                coding.hasDisplay() ? coding.getDisplay() : type.display()))
        .orElse(type);
  }

  Code category() {
    return category;
  }
}
