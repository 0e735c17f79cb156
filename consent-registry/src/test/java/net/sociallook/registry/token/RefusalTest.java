package net.sociallook.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Reason;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefusalTest {
  /** Reasons that are given about one resource of an answer, never about a request. */
  private static final Set<Reason> OF_RESOURCES =
      EnumSet.of(
          Reason.OTHER_CLIENT,
          Reason.TYPE_NOT_COVERED,
          Reason.DOCUMENT_NOT_COVERED,
          Reason.CONFIDENTIALITY_ABOVE_CEILING,
          Reason.NEVER_SANCTION,
          Reason.NOT_PARTY_TO_MESSAGE,
          Reason.SLOT_NOT_FREE);

  @Test
  void contractListsTheReasonsThatARequestCanBeRefusedFor() {
    Set<String> codes = new TreeSet<>();
    EnumSet.complementOf(EnumSet.copyOf(OF_RESOURCES))
        .forEach(reason -> codes.add(new Refusal.ByPolicy(reason).code()));
    Arrays.stream(Refusal.ByRegistry.values()).map(Refusal::code).forEach(codes::add);

    assertThat(new TreeSet<>(enumeration("TokenRefusal"))).isEqualTo(codes);
  }

  @Test
  void contractListsThePermissions() {
    assertThat(enumeration("Permission"))
        .containsExactlyElementsOf(
            Arrays.stream(Permission.values()).map(Permission::code).toList());
  }

  private static List<String> enumeration(String schema) {
    return OpenApiContract.of("consent-registry.yaml")
        .document()
        .at("/components/schemas/" + schema + "/enum")
        .values()
        .stream()
        .map(JsonNode::asString)
        .toList();
  }
}
