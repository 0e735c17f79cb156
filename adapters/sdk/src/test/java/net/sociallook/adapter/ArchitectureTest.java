package net.sociallook.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("net.sociallook.adapter");

  @Test
  void sdkKnowsNothingOfConsentGatewayOrRegistry() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "net.sociallook.consent..", "net.sociallook.gateway..", "net.sociallook.registry..")
        .because("an adapter gets a request that is decided already")
        .check(classes);
  }

  @Test
  void sdkIsFreeOfSpring() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..")
        .because("integrators put the SDK into what they have")
        .check(classes);
  }

  @Test
  void integratorsInterfacesAreFreeOfFhirAndHttp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "net.sociallook.adapter.record",
            "net.sociallook.adapter.document",
            "net.sociallook.adapter.appointment",
            "net.sociallook.adapter.goal",
            "net.sociallook.adapter.message",
            "net.sociallook.adapter.contact",
            "net.sociallook.adapter.referral")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hl7..", "ca.uhn..", "jakarta..", "org.eclipse..", "com.nimbusds..")
        .because("an integrator translates codes, ids and dates, and nothing else")
        .check(classes);
  }

  @Test
  void rulesAreAboutSomething() {
    for (String name :
        List.of(
            "record",
            "document",
            "appointment",
            "goal",
            "message",
            "contact",
            "referral",
            "search",
            "resource",
            "assertion",
            "link",
            "fhir",
            "server")) {
      assertThat(classes.stream().map(it -> it.getPackageName()))
          .contains("net.sociallook.adapter." + name);
    }
  }
}
