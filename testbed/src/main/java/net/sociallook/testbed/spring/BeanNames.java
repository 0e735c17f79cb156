package net.sociallook.testbed.spring;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The names of a service's beans. Two classes that are called the same in different packages
 * collide only when the program starts.
 */
public final class BeanNames {
  private BeanNames() {}

  /** The classes below a package, without its tests: where each bean comes from, by its name. */
  public static Map<String, List<String>> below(String rootPackage) {
    return of(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage));
  }

  static Map<String, List<String>> of(JavaClasses classes) {
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
