package net.sociallook.adapter.provider.simulation;

import java.time.LocalDate;
import java.util.Date;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.StringType;

/** What this make puts on every resource: version, profile, tag, label, narrative, extension. */
final class Stamp {
  static final Coding NORMAL = level("N");
  static final Coding RESTRICTED = level("R");
  static final Coding VERY_RESTRICTED = level("V");
  static final Coding ADDICTION =
      new Coding().setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode").setCode("SUD");

  // One for all: to read the markup anew takes longer than to make the rest of a resource.
  private static final Narrative TEXT = narrative();

  private Stamp() {}

  static <T extends DomainResource> T on(
      T resource, String id, LocalDate changed, Coding... labels) {
    resource.setId(id);
    resource
        .getMeta()
        .setVersionId("2")
        .setLastUpdated(Date.from(House.at(changed, 16)))
        .addProfile(House.MAKE + "StructureDefinition/akte-" + resource.fhirType())
        .addTag(new Coding(House.MAKE + "CodeSystem/herkunft", "import-7", "Datenübernahme"));
    for (Coding label : labels) {
      resource.getMeta().addSecurity(label.copy());
    }
    resource.addExtension(
        House.MAKE + "StructureDefinition/sachgebiet", new StringType("internes Sachgebiet 4"));
    resource.setText(TEXT);
    return resource;
  }

  /** Turns what a resource says into something that only this make understands. */
  static <T extends DomainResource> T turned(T resource) {
    resource.addModifierExtension(
        new Extension(House.MAKE + "StructureDefinition/widerrufen", new BooleanType(true)));
    return resource;
  }

  /** A label of this make's own: {@code A}, {@code B}, {@code G}. */
  static Coding own(String level) {
    return new Coding().setSystem(House.MAKE + "CodeSystem/schutzstufe").setCode(level);
  }

  private static Narrative narrative() {
    Narrative text = new Narrative().setStatus(Narrative.NarrativeStatus.GENERATED);
    text.setDivAsString("<div>Aktenvermerk: nur für den internen Gebrauch</div>");
    return text;
  }

  private static Coding level(String code) {
    return new Coding()
        .setSystem("http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
        .setCode(code);
  }
}
