package net.sociallook.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedListsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FRAUD",
        "ELIGDTRM",
        "ELIGVER",
        "GOV",
        "HLEGAL",
        "ETREAT",
        "BTG",
        "coc",
        "COC ",
        "",
        "sanction"
      })
  void noOtherPurposeExists(String code) {
    assertThrows(IllegalArgumentException.class, () -> Purpose.ofCode(code));
  }

  @Test
  void thereAreTwoPurposes() {
    assertEquals(List.of("COC", "PATRQT"), Stream.of(Purpose.values()).map(Purpose::code).toList());
  }

  @Test
  void statisticsOpensNothing() {
    for (ResourceType type : ResourceType.values()) {
      for (Interaction interaction : Interaction.values()) {
        assertEquals(false, Permission.STATISTICS.covers(new Operation(type, interaction)));
      }
    }
  }

  @Test
  void anUnknownCodeIsRefusedWithTheKnownOnes() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Permission.ofCode("documents-write"));
    assertTrue(refused.getMessage().contains("documents-read"), refused.getMessage());
  }

  @Test
  void codesAreRead() {
    for (Permission permission : Permission.values()) {
      assertEquals(permission, Permission.ofCode(permission.code()));
    }
    for (Reason reason : Reason.values()) {
      assertEquals(reason, Reason.ofCode(reason.code()));
    }
    for (InstitutionKind kind : InstitutionKind.values()) {
      assertEquals(kind, InstitutionKind.ofCode(kind.code()));
    }
  }

  @Test
  void anIdIsNotBlank() {
    assertThrows(IllegalArgumentException.class, () -> new ClientId(" "));
  }

  @Test
  void aPermitRestsOnSomething() {
    Grant.Version version = new Grant.Version(new GrantId("g"), 1);
    assertThrows(IllegalArgumentException.class, () -> new Basis.Granted(version, List.of()));
  }
}
