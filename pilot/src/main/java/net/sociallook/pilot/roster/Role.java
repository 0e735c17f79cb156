package net.sociallook.pilot.roster;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a caseworker does. */
public enum Role {
  CASE_MANAGEMENT("case-management", "Fallmanagement"),
  PLACEMENT("placement", "Arbeitsvermittlung"),
  TEAM_LEAD("team-lead", "Teamleitung"),
  SOCIAL_WORK("social-work", "Sozialarbeit"),
  YOUTH_SUPPORT("youth-support", "Jugendgerichtshilfe"),
  CARE_LEAVERS("care-leavers", "Pflegekinderdienst"),
  COACHING("coaching", "Coaching"),
  COUNSELLING("counselling", "Beratung"),
  SCHOOL_SOCIAL_WORK("school-social-work", "Schulsozialarbeit"),
  TEACHING("teaching", "Lehrkraft"),
  TRAINING("training", "Ausbildung");

  private final String code;
  private final String german;

  Role(String code, String german) {
    this.code = code;
    this.german = german;
  }

  public String code() {
    return code;
  }

  /** Counsellors, and social work at schools: bound by § 203 (1) StGB in person. */
  public boolean isBoundToSecrecy() {
    return this == COUNSELLING || this == SCHOOL_SOCIAL_WORK;
  }

  /** As clients read it. */
  public String german() {
    return german;
  }

  /**
   * @throws IllegalArgumentException naming the known ones
   */
  public static Role ofCode(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("role: " + code + " (expected: one of " + codes() + ")"));
  }

  private static String codes() {
    return Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "));
  }
}
