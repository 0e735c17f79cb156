package net.sociallook.adapter.youthoffice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.CodeFilter;

/** What the case system's kinds of documents mean outside. */
enum DocumentKind {
  HILFEPLAN("HPL", loinc("18776-5", "Plan of care note"), "plan", "Hilfeplan"),
  FORTSCHREIBUNG("HPF", loinc("18776-5", "Plan of care note"), "plan", "Hilfeplan"),
  BESCHEID("BES", loinc("51851-4", "Administrative note"), "notice", "Bescheid"),
  EINLADUNG("EIN", loinc("51851-4", "Administrative note"), "letter", "Schreiben"),
  STELLUNGNAHME("STN", loinc("11488-4", "Consult note"), "statement", "Stellungnahme"),
  VERLAUF("VER", loinc("11506-3", "Progress note"), "note", "Verlaufsnotiz"),
  ZEUGNIS("ZEU", local("school-report", "Zeugnis"), "certificate", "Nachweis"),
  LEBENSLAUF("LEB", local("curriculum-vitae", "Lebenslauf"), "application", "Bewerbung"),
  GENOGRAMM("GEN", local("genogram", "Genogramm"), "note", "Verlaufsnotiz"),
  /** Every kind that is not listed here. */
  OTHER("", local("other", "Sonstiges Dokument"), "other", "Sonstiges");

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

  /** The kinds that match one filter of each set that is not empty. */
  static List<DocumentKind> matching(Set<CodeFilter> types, Set<CodeFilter> categories) {
    return Arrays.stream(values())
        .filter(kind -> matches(types, kind.type) && matches(categories, kind.category))
        .toList();
  }

  /** The case system's codes of all kinds that are listed. */
  static List<String> known() {
    return Arrays.stream(values()).filter(kind -> kind != OTHER).map(it -> it.localCode).toList();
  }

  String localCode() {
    return localCode;
  }

  Code type() {
    return type;
  }

  Code category() {
    return category;
  }

  private static boolean matches(Set<CodeFilter> filters, Code code) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(code));
  }

  private static Code loinc(String code, String display) {
    return new Code("http://loinc.org", code, display);
  }

  private static Code local(String code, String display) {
    return new Code("https://sociallook.net/fhir/CodeSystem/document-type", code, display);
  }
}
