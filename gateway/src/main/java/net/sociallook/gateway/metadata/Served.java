package net.sociallook.gateway.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.request.SearchTable;

/** What is answered here, and what some permission can open: all that this gateway says of it. */
final class Served {
  private Served() {}

  /** In their own order, each with one interaction at least. */
  static Stream<ResourceType> types() {
    return Stream.of(ResourceType.values()).filter(type -> !interactions(type).isEmpty());
  }

  /** Read before search; empty if nothing of this type is answered. */
  static List<Interaction> interactions(ResourceType type) {
    List<Interaction> answered = new ArrayList<>();
    if (type == ResourceType.BINARY || SearchTable.isRead(type)) {
      answered.add(Interaction.READ);
    }
    if (SearchTable.types().contains(type)) {
      answered.add(Interaction.SEARCH);
    }
    return answered.stream().filter(interaction -> canBeGranted(type, interaction)).toList();
  }

  private static boolean canBeGranted(ResourceType type, Interaction interaction) {
    Operation operation = new Operation(type, interaction);
    return Stream.of(Permission.values()).anyMatch(permission -> permission.covers(operation));
  }
}
