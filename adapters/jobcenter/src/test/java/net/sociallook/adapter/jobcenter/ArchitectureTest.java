package net.sociallook.adapter.jobcenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ADAPTER = "net.sociallook.adapter.jobcenter";
  private static final String SIMULATION = ADAPTER + ".simulation";

  private final JavaClasses adapter =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ADAPTER);

  @Test
  void adapterNeedsWhatTheSdkOffersAndAJsonParser() {
    classes()
        .that()
        .resideInAPackage(ADAPTER)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.slf4j..",
            "com.fasterxml.jackson..",
            ADAPTER,
            "net.sociallook.adapter",
            "net.sociallook.adapter.record",
            "net.sociallook.adapter.document",
            "net.sociallook.adapter.appointment",
            "net.sociallook.adapter.goal",
            "net.sociallook.adapter.message",
            "net.sociallook.adapter.contact",
            "net.sociallook.adapter.referral")
        .because("an adapter translates; FHIR, TLS and assertions are the SDK's")
        .check(adapter);
  }

  @Test
  void simulationKnowsNothingOfTheAdapter() {
    classes()
        .that()
        .resideInAPackage(SIMULATION)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            "com.github.tomakehurst.wiremock..",
            SIMULATION)
        .because("the existing system does not know that there is an adapter")
        .check(adapter);
  }

  @Test
  void adapterOnlyReads() {
    noClasses()
        .that()
        .resideInAPackage(ADAPTER)
        .should()
        .callMethod(
            HttpRequest.Builder.class, "method", String.class, HttpRequest.BodyPublisher.class)
        .orShould()
        .callMethod(HttpRequest.Builder.class, "POST", HttpRequest.BodyPublisher.class)
        .orShould()
        .callMethod(HttpRequest.Builder.class, "PUT", HttpRequest.BodyPublisher.class)
        .orShould()
        .callMethod(HttpRequest.Builder.class, "DELETE")
        .because("the case system is its owner's")
        .check(adapter);
  }

  @Test
  void rulesAreAboutSomething() {
    assertThat(adapter.stream().map(it -> it.getPackageName())).contains(ADAPTER, SIMULATION);
  }
}
