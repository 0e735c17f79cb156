package net.sociallook.adapter.youthoffice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ADAPTER = "net.sociallook.adapter.youthoffice";
  private static final String SIMULATION = ADAPTER + ".simulation";

  private final JavaClasses adapter =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ADAPTER);

  @Test
  void adapterNeedsWhatTheSdkOffersAndADatabase() {
    classes()
        .that()
        .resideInAPackage(ADAPTER)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.sql..",
            "org.jspecify..",
            "org.slf4j..",
            "com.zaxxer.hikari..",
            ADAPTER,
            "net.sociallook.adapter",
            "net.sociallook.adapter.record",
            "net.sociallook.adapter.document",
            "net.sociallook.adapter.appointment",
            "net.sociallook.adapter.goal",
            "net.sociallook.adapter.message",
            "net.sociallook.adapter.contact")
        .because("an adapter translates; FHIR, TLS and assertions are the SDK's")
        .check(adapter);
  }

  @Test
  void simulationIsAloneWithTheJdk() {
    classes()
        .that()
        .resideInAPackage(SIMULATION)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "javax.sql..", "javax.imageio..", "org.jspecify..", SIMULATION)
        .because("the existing system does not know that there is an adapter")
        .check(adapter);
  }

  @Test
  void adapterWritesNothing() {
    noClasses()
        .that()
        .resideInAPackage(ADAPTER)
        .should()
        .callMethod(PreparedStatement.class, "executeUpdate")
        .orShould()
        .callMethod(PreparedStatement.class, "execute")
        .orShould()
        .callMethod(java.sql.Statement.class, "execute", String.class)
        .because("the case system is its owner's")
        .check(adapter);
  }

  @Test
  void rulesAreAboutSomething() {
    assertThat(adapter.stream().map(it -> it.getPackageName())).contains(ADAPTER, SIMULATION);
  }
}
