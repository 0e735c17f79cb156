package net.sociallook.registry.ledger.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;

/** What somebody wanted to see, as a client would call it. */
public enum LogKind {
  DOCUMENTS(Set.of("DocumentReference", "Binary"), Set.of("documents-read", "documents-send")),
  APPOINTMENTS(Set.of("Appointment", "Slot", "Schedule"), Set.of("appointments-arrange")),
  GOALS(Set.of("Goal", "CarePlan"), Set.of("goals-view", "goals-agree")),
  MESSAGES(Set.of("Communication"), Set.of("messages")),
  CONTACT(Set.of("Patient"), Set.of("contact-view")),
  REFERRALS(Set.of("ServiceRequest", "Task"), Set.of("refer-onward")),
  /** What was done at an institution's desk. */
  DESK(Set.of(), Set.of()),
  /** What has no kind of its own, or was not said. */
  OTHER(Set.of(), Set.of());

  private final Set<String> types;
  private final Set<String> permissions;

  LogKind(Set<String> types, Set<String> permissions) {
    this.types = types;
    this.permissions = permissions;
  }

  /** Whether resources of this FHIR type are of the kind. */
  public boolean includes(String type) {
    return types.contains(type);
  }

  /** Stable, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LogKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /**
   * By the type of the resource; where only a token was asked for, by the permissions. At least
   * one, in the order above.
   */
  public static List<LogKind> of(ClientEntry entry) {
    if (entry.desk() != null) {
      return List.of(DESK);
    }
    List<LogKind> kinds =
        Arrays.stream(values())
            .filter(kind ->
                entry.type() == null
                    ? entry.permissions().stream().anyMatch(kind.permissions::contains)
                    : kind.includes(entry.type()))
            .toList();
    return kinds.isEmpty() ? List.of(OTHER) : kinds;
  }
}
