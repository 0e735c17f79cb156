package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sociallook.testbed.spring.BeanNames;
import org.junit.jupiter.api.Test;

class BeanNamesTest {
  @Test
  void everyNameIsThatOfOneBean() {
    Map<String, List<String>> beans = BeanNames.below("net.sociallook.gateway");
    assertThat(beans).isNotEmpty();
    beans.values().removeIf(origins -> origins.size() == 1);
    assertThat(beans).isEmpty();
  }
}
