package net.sociallook.registry.page.acting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Roles;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Reaches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Roles in the words of the page. */
@Component
class RoleLines {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

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

  /**
   * Somebody who acts for the client, or did.
   *
   * @param devices with how many she can do so now
   * @param roles one for each order of an institution, however many devices it was endorsed for
   */
  record PersonLine(String capacity, int devices, List<RoleLine> roles) {}

  /** Whose, in which capacity. */
  private record Who(UUID person, Capacity capacity) {}

  /** What two roles of one person have in common that differ in the device alone. */
  private record Appointment(InstitutionId institution, List<Area> areas, LocalDate lastDay) {
    static Appointment of(Roles.Role role) {
      return new Appointment(
          role.institution(),
          role.order().areas(),
          LocalDate.ofInstant(role.order().until().minusMillis(1), BERLIN));
    }
  }

  /** In the order of the roles. */
  List<PersonLine> byPerson(List<Roles.Role> all) {
    Map<Who, List<Roles.Role>> people = new LinkedHashMap<>();
    all.forEach(role ->
        people
            .computeIfAbsent(
                new Who(role.device().person(), role.order().capacity()), who -> new ArrayList<>())
            .add(role));
    List<PersonLine> lines = new ArrayList<>();
    people.forEach((who, own) ->
        lines.add(new PersonLine(who.capacity().code(), devices(own), appointments(own))));
    return lines;
  }

  private int devices(List<Roles.Role> own) {
    Instant now = clock.instant();
    return (int)
        own.stream()
            .filter(role -> role.isAlive(now))
            .map(role -> role.device().key())
            .distinct()
            .count();
  }

  private List<RoleLine> appointments(List<Roles.Role> own) {
    Map<Appointment, RoleLine> lines = new LinkedHashMap<>();
    own.forEach(role -> lines.merge(Appointment.of(role), of(role), RoleLines::together));
    return List.copyOf(lines.values());
  }

  /** What stands, where one of the two does; since the first of them. */
  private static RoleLine together(RoleLine one, RoleLine other) {
    RoleLine shown = other.alive() && !one.alive() ? other : one;
    return new RoleLine(
        shown.id(),
        shown.institution(),
        shown.capacity(),
        shown.areas(),
        one.since().isBefore(other.since()) ? one.since() : other.since(),
        shown.until(),
        shown.endedAt(),
        shown.alive());
  }

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
