package net.sociallook.registry.staff.inbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.received.GivenToUs;

/**
 * What one grant opens to one caseworker at one holder. It decides nothing: the registry does when
 * it makes a token, and the gateway with every resource.
 *
 * @param patient the institution's pseudonym of the client
 */
record Room(UUID grant, String patient, InstitutionId holder, List<Provision> provisions) {

  /** Those of a grant that open something to her. */
  static List<Room> of(GivenToUs.Given given, Institution.Caseworker person) {
    List<Provision> hers =
        given.provisions().stream()
            .filter(one -> admits(one.limits().narrowing(), person))
            .toList();
    return hers.stream()
        .map(Provision::holder)
        .distinct()
        .map(holder ->
            new Room(
                given.id(),
                given.patient(),
                holder,
                hers.stream().filter(one -> one.holder().equals(holder)).toList()))
        .filter(room -> !room.kinds().isEmpty())
        .toList();
  }

  List<OwnKind> kinds() {
    return Arrays.stream(OwnKind.values()).filter(kind -> !permissions(kind).isEmpty()).toList();
  }

  /** Those that open this kind. */
  Set<Permission> permissions(OwnKind kind) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (Provision provision : provisions) {
      if (opens(provision.permission(), kind.type())) {
        permissions.add(provision.permission());
      }
    }
    return permissions;
  }

  private static boolean opens(Permission permission, ResourceType type) {
    Interaction needed = type == ResourceType.PATIENT ? Interaction.READ : Interaction.SEARCH;
    return permission.covers(new Operation(type, needed));
  }

  private static boolean admits(Narrowing narrowing, Institution.Caseworker person) {
    return narrowing.caseworker().map(person.id()::equals).orElse(true)
        && narrowing
            .team()
            .map(team -> person.team().filter(team::equals).isPresent())
            .orElse(true);
  }
}
