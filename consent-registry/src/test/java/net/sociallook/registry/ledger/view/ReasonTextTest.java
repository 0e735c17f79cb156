package net.sociallook.registry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import net.sociallook.consent.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextTest {

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasASentence(Reason reason) {
    assertThat(ReasonText.german(reason.code())).startsWith("Abgelehnt: ").endsWith(".");
  }

  @Test
  void withoutReasonOrWithAnotherOneNothingIsExplained() {
    assertThat(ReasonText.german(null)).isEqualTo("Abgelehnt.");
    assertThat(ReasonText.german("something-new")).isEqualTo("Abgelehnt.");
  }
}
