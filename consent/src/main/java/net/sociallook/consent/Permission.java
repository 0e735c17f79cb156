package net.sociallook.consent;

import static net.sociallook.consent.Interaction.CREATE;
import static net.sociallook.consent.Interaction.DELETE;
import static net.sociallook.consent.Interaction.READ;
import static net.sociallook.consent.Interaction.SEARCH;
import static net.sociallook.consent.Interaction.UPDATE;
import static net.sociallook.consent.ResourceType.APPOINTMENT;
import static net.sociallook.consent.ResourceType.BINARY;
import static net.sociallook.consent.ResourceType.CARE_PLAN;
import static net.sociallook.consent.ResourceType.COMMUNICATION;
import static net.sociallook.consent.ResourceType.DOCUMENT_REFERENCE;
import static net.sociallook.consent.ResourceType.GOAL;
import static net.sociallook.consent.ResourceType.PATIENT;
import static net.sociallook.consent.ResourceType.SCHEDULE;
import static net.sociallook.consent.ResourceType.SERVICE_REQUEST;
import static net.sociallook.consent.ResourceType.SLOT;
import static net.sociallook.consent.ResourceType.SUBSCRIPTION;
import static net.sociallook.consent.ResourceType.TASK;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One kind of act that a client can allow. The list is closed; each value names the FHIR
 * interactions it can open at most.
 */
public enum Permission {
  DOCUMENTS_READ("documents-read", on(DOCUMENT_REFERENCE, READ, SEARCH), on(BINARY, READ)),
  DOCUMENTS_SEND("documents-send", on(DOCUMENT_REFERENCE, CREATE), on(BINARY, CREATE)),
  APPOINTMENTS_ARRANGE(
      "appointments-arrange",
      on(SCHEDULE, READ, SEARCH),
      on(SLOT, READ, SEARCH),
      on(APPOINTMENT, READ, SEARCH, CREATE, UPDATE)),
  GOALS_VIEW("goals-view", on(GOAL, READ, SEARCH), on(CARE_PLAN, READ, SEARCH)),
  GOALS_AGREE("goals-agree", on(GOAL, READ, SEARCH, CREATE, UPDATE), on(CARE_PLAN, READ, SEARCH)),
  MESSAGES("messages", on(COMMUNICATION, READ, SEARCH, CREATE)),
  CONTACT_VIEW("contact-view", on(PATIENT, READ)),
  NOTIFY_AT_ONCE("notify-at-once", on(SUBSCRIPTION, CREATE, READ, DELETE)),
  REFER_ONWARD(
      "refer-onward", on(SERVICE_REQUEST, CREATE, READ, UPDATE), on(TASK, CREATE, READ, UPDATE)),
  /** Counted without a name. It opens no interaction: no token is ever made from it. */
  STATISTICS("statistics");

  private final String code;
  private final Map<ResourceType, Set<Interaction>> interactions =
      new EnumMap<>(ResourceType.class);

  @SafeVarargs
  Permission(String code, Map.Entry<ResourceType, Set<Interaction>>... interactions) {
    this.code = code;
    Arrays.stream(interactions)
        .forEach(entry -> this.interactions.put(entry.getKey(), entry.getValue()));
  }

  private static Map.Entry<ResourceType, Set<Interaction>> on(
      ResourceType type, Interaction first, Interaction... rest) {
    return Map.entry(type, Collections.unmodifiableSet(EnumSet.of(first, rest)));
  }

  public String code() {
    return code;
  }

  /** The resource types this permission can open; empty for {@link #STATISTICS}. */
  public Set<ResourceType> types() {
    return Collections.unmodifiableSet(interactions.keySet());
  }

  public boolean covers(Operation operation) {
    return interactions.getOrDefault(operation.type(), Set.of()).contains(operation.interaction());
  }

  /**
   * Whether whoever holds this permission also holds the other. Only {@code goals-agree} contains
   * another: {@code goals-view}.
   */
  public boolean contains(Permission other) {
    return this == other || (this == GOALS_AGREE && other == GOALS_VIEW);
  }

  /**
   * @throws IllegalArgumentException if no permission has this code
   */
  public static Permission ofCode(String code) {
    return Codes.find(values(), Permission::code, code);
  }
}
