package net.sociallook.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  private static final String ROOT = "net.sociallook.gateway";
  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void ofOurOwnModulesOnlyTheDomainIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "net.sociallook.registry..",
            "net.sociallook.adapter..",
            "net.sociallook.youthoffice..",
            "net.sociallook.pilot..",
            "net.sociallook.testbed..")
        .because("gateway and registry share contracts and the domain, never transfer classes")
        .check(GATEWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "token", "cursor", "caller", "filter", "json"})
  void stagesArePlainFunctions(String stage) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + stage)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "reactor..", "io.netty..", "jakarta..")
        .because("a stage is tested without a server, and cannot reach one")
        .check(GATEWAY);
  }

  @Test
  void onlyTheWayOfARequestKnowsAllStages() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a request goes forward only, and so do the packages")
        .check(GATEWAY);
  }

  @Test
  void nothingDependsOnTheRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .because("the root puts things together; nobody looks back at it")
        .check(GATEWAY);
  }

  @Test
  void packagesAreFlatAndNoneIsEmpty() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass one : GATEWAY) {
      packages.add(one.getPackageName().substring(ROOT.length()));
    }

    assertThat(packages).allMatch(name -> name.matches("|\\.[a-z]+"));
    assertThat(packages)
        .contains(
            "",
            ".answer",
            ".caller",
            ".cursor",
            ".delivery",
            ".filter",
            ".json",
            ".lease",
            ".ledger",
            ".metadata",
            ".pipeline",
            ".request",
            ".settings",
            ".tls",
            ".token",
            ".upstream");
  }

  @Test
  void noExpressionLanguageAndNoRoutesFromOutside() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.expression..", "org.springframework.cloud.gateway.actuate..")
        .because("routes come from code alone: CVE-2022-22947, CVE-2025-41243")
        .check(GATEWAY);
  }

  @Test
  void onlyTheUpstreamPackageCallsHolders() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".pipeline")
        .should()
        .onlyAccessClassesThat()
        .resideOutsideOfPackages("reactor.netty.http.client..", "java.net.http..")
        .because("each call to a holder carries the last check with it")
        .check(GATEWAY);
  }
}
