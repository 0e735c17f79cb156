package net.sociallook.registry.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;

/**
 * The upper bound of some permissions in the scope language that FHIR clients know. The
 * authorization details say it exactly.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART
 *     App Launch 2.2, scopes</a>
 */
final class SmartScope {
  private SmartScope() {}

  /** One scope for each resource type that one of the permissions opens. */
  static List<String> of(Collection<Permission> permissions) {
    List<String> scopes = new ArrayList<>();
    for (ResourceType type : ResourceType.values()) {
      String letters = letters(type, permissions);
      if (!letters.isEmpty()) {
        scopes.add("system/" + type.code() + "." + letters);
      }
    }
    return scopes;
  }

  /** The grammar wants the letters in the order {@code cruds}. */
  private static String letters(ResourceType type, Collection<Permission> permissions) {
    StringBuilder letters = new StringBuilder();
    for (Interaction interaction : CRUDS) {
      Operation operation = new Operation(type, interaction);
      if (permissions.stream().anyMatch(permission -> permission.covers(operation))) {
        letters.append(letter(interaction));
      }
    }
    return letters.toString();
  }

  private static final List<Interaction> CRUDS =
      List.of(
          Interaction.CREATE,
          Interaction.READ,
          Interaction.UPDATE,
          Interaction.DELETE,
          Interaction.SEARCH);

  private static char letter(Interaction interaction) {
    return switch (interaction) {
      case CREATE -> 'c';
      case READ -> 'r';
      case UPDATE -> 'u';
      case DELETE -> 'd';
      case SEARCH -> 's';
    };
  }
}
