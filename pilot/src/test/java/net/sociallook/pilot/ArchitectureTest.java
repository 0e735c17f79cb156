package net.sociallook.pilot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each module depends only on what the design allows: in its classes, and in its pom. */
class ArchitectureTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern OWN =
      Pattern.compile("<groupId>net\\.sociallook</groupId>\\s*<artifactId>([a-z-]+)</artifactId>");

  private static final Set<Module> ADAPTERS =
      EnumSet.of(Module.YOUTH_OFFICE, Module.JOBCENTER, Module.PROVIDER);

  /** The modules, with the ones they may use. */
  enum Module {
    CONSENT("consent", "net.sociallook.consent"),
    OPENAPI("openapi", "net.sociallook.openapi"),
    TESTBED("testbed", "net.sociallook.testbed", OPENAPI),
    CONSENT_REGISTRY("consent-registry", "net.sociallook.registry", CONSENT, OPENAPI),
    GATEWAY("gateway", "net.sociallook.gateway", CONSENT, OPENAPI),
    SDK("adapters/sdk", "net.sociallook.adapter"),
    YOUTH_OFFICE("adapters/youth-office", "net.sociallook.adapter.youthoffice", SDK),
    JOBCENTER("adapters/jobcenter", "net.sociallook.adapter.jobcenter", SDK),
    PROVIDER("adapters/provider", "net.sociallook.adapter.provider", SDK),
    PILOT("pilot", "net.sociallook.pilot", TESTBED, YOUTH_OFFICE);

    private final String folder;
    private final String root;
    private final Set<Module> allowed;

    Module(String folder, String root, Module... allowed) {
      this.folder = folder;
      this.root = root;
      this.allowed = Set.copyOf(Arrays.asList(allowed));
    }

    Path path() {
      return PilotProcess.SOURCES.resolve(folder);
    }

    JavaClasses classes() {
      return new ClassFileImporter().importPath(path().resolve("target/classes"));
    }

    /** The adapters' packages lie within that of the SDK. */
    boolean owns(String packageName) {
      boolean within = (packageName + ".").startsWith(root + ".");
      return within && (this != SDK || ADAPTERS.stream().noneMatch(one -> one.owns(packageName)));
    }

    List<Module> forbidden() {
      return Arrays.stream(values())
          .filter(other -> other != this && !allowed.contains(other))
          .toList();
    }

    String artifact() {
      return folder.startsWith("adapters/") ? "adapter-" + Path.of(folder).getFileName() : folder;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModuleHasClassesAndOnlyInItsPackage(Module module) {
    JavaClasses classes = module.classes();
    assertFalse(classes.isEmpty(), module + " has no classes");
    List<String> strangers =
        classes.stream()
            .map(one -> one.getPackageName())
            .filter(name -> !module.owns(name))
            .distinct()
            .toList();
    assertEquals(List.of(), strangers);
  }

  @ParameterizedTest
  @EnumSource
  void aModulesClassesUseOnlyAllowedModules(Module module) {
    JavaClasses classes = module.classes();
    for (Module other : module.forbidden()) {
      noClasses()
          .should()
          .dependOnClassesThat(are(other))
          .because("DESIGN: " + module + " must work without " + other)
          .check(classes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModulesPomNamesOnlyAllowedModules(Module module) throws Exception {
    Set<String> named = compileScopeOwn(Files.readString(module.path().resolve("pom.xml")));
    Set<String> allowed = module.allowed.stream().map(Module::artifact).collect(Collectors.toSet());
    named.removeAll(allowed);
    assertEquals(Set.of(), named);
  }

  @Test
  void theDomainUsesTheJdkAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", Module.CONSENT.root + "..")
        .because("consent/ is to be usable anywhere")
        .check(Module.CONSENT.classes());
  }

  @Test
  void adaptersAndDomainAreFreeOfSpring() {
    for (Module module : withoutSpring()) {
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("an integrator does not have to use Spring")
          .check(module.classes());
    }
  }

  private static Set<Module> withoutSpring() {
    Set<Module> modules = EnumSet.of(Module.CONSENT, Module.SDK);
    modules.addAll(ADAPTERS);
    return modules;
  }

  @Test
  void aForbiddenArrowWouldBeSeen() {
    ArchRule pilotAlone = noClasses().should().dependOnClassesThat(are(Module.YOUTH_OFFICE));
    assertTrue(pilotAlone.evaluate(Module.PILOT.classes()).hasViolation());
  }

  @Test
  void noModuleIsForgotten() throws Exception {
    Map<String, Path> poms =
        Map.of("", PilotProcess.SOURCES, "adapters/", PilotProcess.SOURCES.resolve("adapters"));
    Set<String> built = new HashSet<>();
    for (Map.Entry<String, Path> pom : poms.entrySet()) {
      Matcher modules =
          Pattern.compile("<module>([a-z-]+)</module>")
              .matcher(Files.readString(pom.getValue().resolve("pom.xml")));
      while (modules.find()) {
        built.add(pom.getKey() + modules.group(1));
      }
    }
    built.remove("adapters");
    assertEquals(
        Arrays.stream(Module.values()).map(module -> module.folder).collect(Collectors.toSet()),
        built);
  }

  private static DescribedPredicate<JavaClass> are(Module module) {
    return DescribedPredicate.describe(
        "belong to " + module, one -> module.owns(one.getPackageName()));
  }

  private static Set<String> compileScopeOwn(String pom) {
    Set<String> own = new HashSet<>();
    Matcher dependencies = DEPENDENCY.matcher(pom);
    while (dependencies.find()) {
      Matcher named = OWN.matcher(dependencies.group(1));
      if (named.find() && !dependencies.group(1).contains("<scope>test</scope>")) {
        own.add(named.group(1));
      }
    }
    return own;
  }
}
