package net.sociallook.pilot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Institution.Caseworker;
import net.sociallook.pilot.roster.Role;
import net.sociallook.pilot.roster.Roster;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the caseworkers of an institution that comes to the pilot. */
final class StaffFile {
  private static final Set<String> MEMBERS = Set.of("id", "name", "role", "team");
  private static final String ID = "[a-z0-9-]{2,64}";

  private final Set<String> takenIds;
  private final Set<String> takenTeams;

  private StaffFile(Roster roster) {
    this.takenIds =
        caseworkers(roster).stream()
            .map(Caseworker::id)
            .collect(Collectors.toCollection(HashSet::new));
    this.takenTeams =
        caseworkers(roster).stream().map(Caseworker::team).collect(Collectors.toSet());
  }

  /**
   * @throws CommandFailed naming the first thing that is wrong
   */
  static List<Caseworker> read(Path file, Roster roster) {
    try {
      JsonNode list = JsonMapper.shared().readTree(Files.readString(file));
      if (!list.isArray()) {
        throw wrong("content", "no list", "a list of caseworkers");
      }
      StaffFile reader = new StaffFile(roster);
      List<Caseworker> staff = new ArrayList<>();
      list.forEach(entry -> staff.add(reader.caseworker(entry)));
      return List.copyOf(staff);
    } catch (IOException | JacksonException e) {
      throw new CommandFailed("--staff: " + file + " (expected: a readable file of JSON)");
    }
  }

  private Caseworker caseworker(JsonNode entry) {
    if (!Set.copyOf(entry.propertyNames()).equals(MEMBERS)) {
      throw wrong("members", String.join(", ", entry.propertyNames()), "id, name, role and team");
    }
    String id = text(entry, "id");
    if (!id.matches(ID) || !takenIds.add(id)) {
      throw wrong("id", id, "2 to 64 of a-z, 0-9 and -, not taken in the whole directory");
    }
    String team = text(entry, "team");
    if (!team.matches(ID) || takenTeams.contains(team)) {
      throw wrong("team", team, "2 to 64 of a-z, 0-9 and -, of no other institution");
    }
    if (!text(entry, "name").matches("[^,]+, [^,]+")) {
      throw wrong("name of " + id, text(entry, "name"), "family name, comma, given name");
    }
    return new Caseworker(id, text(entry, "name"), role(text(entry, "role")), team);
  }

  private static Role role(String code) {
    try {
      return Role.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("--staff: " + e.getMessage());
    }
  }

  private static String text(JsonNode entry, String member) {
    return entry.path(member).asString("");
  }

  private static List<Caseworker> caseworkers(Roster roster) {
    return roster.institutions().stream()
        .map(Institution::caseworkers)
        .flatMap(List::stream)
        .toList();
  }

  private static CommandFailed wrong(String what, String value, String expected) {
    return new CommandFailed("--staff: " + what + ": " + value + " (expected: " + expected + ")");
  }
}
