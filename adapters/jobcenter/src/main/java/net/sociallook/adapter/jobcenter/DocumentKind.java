package net.sociallook.adapter.jobcenter;

import java.util.Arrays;
import java.util.Set;
import net.sociallook.adapter.record.Code;

/** What the case system's kinds of documents mean outside. */
enum DocumentKind {
  KOOPERATIONSPLAN("KOP", loinc("18776-5", "Plan of care note"), "plan", "Kooperationsplan"),
  EINGLIEDERUNGSVEREINBARUNG(
      "EGV", loinc("18776-5", "Plan of care note"), "plan", "Kooperationsplan"),
  BEWILLIGUNG("BEW", loinc("51851-4", "Administrative note"), "notice", "Bescheid"),
  EINLADUNG("EIN", loinc("51851-4", "Administrative note"), "letter", "Schreiben"),
  VERMITTLUNGSVORSCHLAG("VMV", local("job-offer", "Vermittlungsvorschlag"), "letter", "Schreiben"),
  LEBENSLAUF("LBL", local("curriculum-vitae", "Lebenslauf"), "application", "Bewerbung"),
  ARBEITSUNFAEHIGKEIT(
      "AUB", local("incapacity", "Arbeitsunfähigkeitsbescheinigung"), "certificate", "Nachweis"),
  GUTACHTEN("AED", loinc("11488-4", "Consult note"), "statement", "Stellungnahme"),
  VERMERK("VEM", loinc("11506-3", "Progress note"), "note", "Verlaufsnotiz"),
  /** Every kind that is not listed here. */
  OTHER("", local("other", "Sonstiges Dokument"), "other", "Sonstiges");

  /**
   * Hearings about and notices of reduced benefits. Never may anything here serve as the basis of a
   * sanction, so they do not leave the case system.
   */
  private static final Set<String> ABOUT_SANCTIONS = Set.of("ANH", "MIN");

  private final String localCode;
  private final Code type;
  private final Code category;

  DocumentKind(String localCode, Code type, String category, String categoryDisplay) {
    this.localCode = localCode;
    this.type = type;
    this.category =
        new Code(
            "https://sociallook.net/fhir/CodeSystem/document-category", category, categoryDisplay);
  }

  static DocumentKind of(String localCode) {
    return Arrays.stream(values())
        .filter(kind -> kind.localCode.equals(localCode))
        .findFirst()
        .orElse(OTHER);
  }

  static boolean isForOutside(String localCode) {
    return !ABOUT_SANCTIONS.contains(localCode);
  }

  Code type() {
    return type;
  }

  Code category() {
    return category;
  }

  private static Code loinc(String code, String display) {
    return new Code("http://loinc.org", code, display);
  }

  private static Code local(String code, String display) {
    return new Code("https://sociallook.net/fhir/CodeSystem/document-type", code, display);
  }
}
