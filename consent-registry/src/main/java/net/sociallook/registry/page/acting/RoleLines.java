package net.sociallook.registry.page.acting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Roles;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Reaches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Roles in the words of the page. */
@Component
class RoleLines {
  private final Roles roles;
  private final Directory directory;
  private final Clock clock;

  RoleLines(Roles roles, Directory directory, Clock clock) {
    this.roles = roles;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param areas codes
   * @param endedAt before its time; null where it was not
   */
  record RoleLine(
      UUID id,
      String institution,
      String capacity,
      List<String> areas,
      Instant since,
      Instant until,
      @Nullable Instant endedAt,
      boolean alive) {}

  /**
   * A client whom somebody acts for.
   *
   * @param name as she calls her; null where she never did
   * @param number of her, where there is no name
   * @param role by which she is chosen
   */
  record ClientLine(
      UUID client,
      @Nullable String name,
      int number,
      String capacity,
      UUID role,
      List<RoleLine> roles) {}

  RoleLine of(Roles.Role role) {
    return new RoleLine(
        role.id(),
        directory
            .institution(role.institution())
            .map(Institution::name)
            .orElse(role.institution().value()),
        role.order().capacity().code(),
        role.order().areas().stream().map(Area::code).toList(),
        role.since(),
        role.order().until(),
        role.endedAt().orElse(null),
        role.isAlive(clock.instant()));
  }

  List<ClientLine> byClient(UUID person, List<Roles.Role> all) {
    Map<Reaches.Role, List<Roles.Role>> grouped = new LinkedHashMap<>();
    all.reversed()
        .forEach(role -> grouped.computeIfAbsent(role.role(), one -> new ArrayList<>()).add(role));
    List<ClientLine> lines = new ArrayList<>();
    grouped.forEach((role, own) ->
        lines.add(
            new ClientLine(
                role.client(),
                roles.nameOf(person, role.client()).orElse(null),
                lines.size() + 1,
                role.capacity().code(),
                own.getFirst().id(),
                own.stream().map(this::of).toList())));
    return lines;
  }
}
