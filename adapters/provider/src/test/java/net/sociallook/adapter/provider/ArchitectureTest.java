package net.sociallook.adapter.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ADAPTER = "net.sociallook.adapter.provider";
  private static final String SIMULATION = ADAPTER + ".simulation";

  private final JavaClasses adapter =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ADAPTER);

  @Test
  void adapterNeedsWhatTheSdkOffersAndAModelToReadWith() {
    classes()
        .that()
        .resideInAPackage(ADAPTER)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.slf4j..",
            "ca.uhn.fhir.context",
            "ca.uhn.fhir.parser",
            "org.hl7.fhir.r4.model",
            "org.hl7.fhir.instance.model.api",
            ADAPTER,
            "net.sociallook.adapter",
            "net.sociallook.adapter.record",
            "net.sociallook.adapter.document",
            "net.sociallook.adapter.appointment",
            "net.sociallook.adapter.goal",
            "net.sociallook.adapter.message",
            "net.sociallook.adapter.contact",
            "net.sociallook.adapter.referral")
        .because("an adapter translates; what is sent outside, TLS and assertions are the SDK's")
        .check(adapter);
  }

  @Test
  void simulationDoesNotKnowTheAdapter() {
    noClasses()
        .that()
        .resideInAPackage(SIMULATION)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.sociallook.adapter")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(ADAPTER, "net.sociallook.adapter.record..")
        .because("the existing system does not know that there is an adapter")
        .check(adapter);
  }

  @Test
  void aProcessHasOneModelOfFhir() {
    noClasses()
        .should()
        .callConstructor(FhirContext.class)
        .orShould()
        .callMethod(FhirContext.class, "forR4")
        .because("each takes tens of megabytes; forR4Cached() is shared")
        .check(adapter);
  }

  @Test
  void rulesAreAboutSomething() {
    assertThat(adapter.stream().map(it -> it.getPackageName())).contains(ADAPTER, SIMULATION);
  }
}
