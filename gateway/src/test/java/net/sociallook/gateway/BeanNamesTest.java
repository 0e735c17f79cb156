package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * No two beans have one name. Two classes that are called the same in different packages would
 * collide only when the program starts.
 */
class BeanNamesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("net.sociallook.gateway");

  @Test
  void everyNameIsThatOfOneBean() {
    Map<String, List<String>> beans = beans(OURS);
    assertThat(beans).isNotEmpty();
    beans.values().removeIf(origins -> origins.size() == 1);
    assertThat(beans).isEmpty();
  }

  @Test
  void twoOfOneNameAreFound() {
    Map<String, List<String>> beans =
        beans(new ClassFileImporter().importClasses(One.Twin.class, Twin.class, Factory.class));
    assertThat(beans).containsOnlyKeys("twin", "factory");
    assertThat(beans.get("twin")).hasSize(3);
  }

  @Component("twin")
  static final class Twin {}

  static final class One {
    @Component("twin")
    static final class Twin {}
  }

  @Component("factory")
  static class Factory {
    @Bean
    Object twin() {
      return this;
    }
  }

  /** Where each bean comes from, by its name. */
  private static Map<String, List<String>> beans(JavaClasses classes) {
    Map<String, List<String>> beans = new TreeMap<>();
    for (JavaClass one : classes) {
      if (isBean(one)) {
        add(beans, nameOf(one.reflect()), one.getName());
      }
      one.getMethods().stream()
          .filter(method -> method.isAnnotatedWith(Bean.class))
          .forEach(method -> {
            String[] given = method.getAnnotationOfType(Bean.class).name();
            add(beans, given.length == 0 ? method.getName() : given[0], method.getFullName());
          });
    }
    return beans;
  }

  private static boolean isBean(JavaClass one) {
    return !one.isAnnotation()
        && (one.isAnnotatedWith(Component.class) || one.isMetaAnnotatedWith(Component.class));
  }

  private static String nameOf(Class<?> type) {
    return AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
        new AnnotatedGenericBeanDefinition(type), new SimpleBeanDefinitionRegistry());
  }

  private static void add(Map<String, List<String>> beans, String name, String origin) {
    beans.computeIfAbsent(name, one -> new ArrayList<>()).add(origin);
  }
}
