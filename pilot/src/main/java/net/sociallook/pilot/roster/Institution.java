package net.sociallook.pilot.roster;

import java.util.List;

/**
 * An institution of the field trial with its staff.
 *
 * @param kind code of an institution kind: {@code benefit-authority}, {@code youth-office}, {@code
 *     provider} or {@code school}
 * @param inbox whether its staff read what clients allow on the registry's page, without a system
 */
public record Institution(
    String id, String name, String kind, List<Caseworker> caseworkers, boolean inbox) {

  /**
   * A named member of staff; ids are unique in the whole directory.
   *
   * @param name family name first: {@code Weber, Anna}
   */
  public record Caseworker(String id, String name, Role role, String team) {
    public String family() {
      return name.split(", ", 2)[0];
    }

    public String given() {
      return name.split(", ", 2)[1];
    }
  }
}
