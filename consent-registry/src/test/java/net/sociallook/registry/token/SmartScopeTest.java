package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import net.sociallook.consent.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartScopeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOCUMENTS_READ       | system/Binary.r system/DocumentReference.rs",
        "DOCUMENTS_SEND       | system/Binary.c system/DocumentReference.c",
        "APPOINTMENTS_ARRANGE | system/Appointment.crus system/Schedule.rs system/Slot.rs",
        "GOALS_VIEW           | system/CarePlan.rs system/Goal.rs",
        "GOALS_AGREE          | system/CarePlan.rs system/Goal.crus",
        "MESSAGES             | system/Communication.crs",
        "CONTACT_VIEW         | system/Patient.r",
        "NOTIFY_AT_ONCE       | system/Subscription.crd",
        "REFER_ONWARD         | system/ServiceRequest.cru system/Task.cru",
        "STATISTICS           | ''"
      })
  void permissionIsBoundedByItsInteractions(Permission permission, String scope) {
    assertThat(String.join(" ", SmartScope.of(List.of(permission)))).isEqualTo(scope);
  }

  @Test
  void permissionsOnOneTypeAreOneScope() {
    assertThat(SmartScope.of(EnumSet.of(Permission.DOCUMENTS_READ, Permission.DOCUMENTS_SEND)))
        .containsExactly("system/Binary.cr", "system/DocumentReference.crs");
  }
}
