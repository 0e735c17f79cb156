package net.sociallook.registry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "net.sociallook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> FEATURES =
      List.of(
          "web",
          "database",
          "directory",
          "passkey",
          "session",
          "link",
          "device",
          "grant",
          "sequence",
          "ledger",
          "token",
          "ownaccess",
          "fhir",
          "received",
          "listing",
          "capability",
          "request",
          "capture",
          "form",
          "question",
          "push",
          "news",
          "page",
          "staff",
          "openapi");

  @ArchTest
  static final ArchRule CONSENT_IS_THE_ONLY_OTHER_MODULE =
      noClasses()
          .that()
          .resideInAPackage("net.sociallook.registry..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("net.sociallook..")
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAPackage("net.sociallook.registry..")
                              .or(resideInAPackage("net.sociallook.consent..")))))
          .because("registry, gateway and adapters share contracts, never classes");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices()
          .matching("net.sociallook.registry.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs another one must not be needed by it");

  @ArchTest
  static final ArchRule HTTP_STAYS_AT_THE_EDGE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Store")
          .or()
          .haveSimpleNameEndingWith("Changes")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.springframework.http..")
          .because("what is kept and decided does not know how it was asked for");

  @ArchTest
  static final ArchRule ONE_MAPPING_OF_PROBLEMS =
      classes()
          .that()
          .areAnnotatedWith("org.springframework.web.bind.annotation.RestControllerAdvice")
          .should()
          .resideInAPackage("net.sociallook.registry.web")
          .because("what went wrong becomes an answer in one place");

  @ArchTest
  static void everyFeatureIsThere(JavaClasses classes) {
    assertThat(FEATURES)
        .allSatisfy(feature ->
            assertThat(classes)
                .anyMatch(
                    one -> one.getPackageName().startsWith("net.sociallook.registry." + feature)));
  }
}
