package net.sociallook.testbed.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

class BeanNamesTest {
  @Test
  void twoOfOneNameAreFound() {
    Map<String, List<String>> beans =
        BeanNames.of(
            new ClassFileImporter().importClasses(One.Twin.class, Twin.class, Factory.class));
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
}
