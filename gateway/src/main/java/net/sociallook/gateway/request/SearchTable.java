package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.SearchParameter.Form.DATE;
import static net.sociallook.gateway.request.SearchParameter.Form.SCHEDULE;
import static net.sociallook.gateway.request.SearchParameter.Form.TOKENS;
import static net.sociallook.gateway.request.SearchParameter.codes;
import static net.sociallook.gateway.request.SearchParameter.of;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.sociallook.consent.ResourceType;

/**
 * Which types can be searched, and by which parameters: the one definition, of which the parser,
 * the CapabilityStatement and {@code docs/search.md} are made.
 *
 * <p>Every search can also have {@code _count}, {@code _cursor} and {@code _format}; every search
 * for resources that belong to a client, {@code patient}.
 */
public final class SearchTable {
  private static final String[] REQUEST_STATUS = {
    "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"
  };
  private static final Map<ResourceType, List<SearchParameter>> TABLE = table();

  private SearchTable() {}

  private static Map<ResourceType, List<SearchParameter>> table() {
    Map<ResourceType, List<SearchParameter>> table = new EnumMap<>(ResourceType.class);
    put(
        table,
        ResourceType.DOCUMENT_REFERENCE,
        codes("status", "current", "superseded", "entered-in-error"),
        of("type", TOKENS),
        of("category", TOKENS),
        of("date", DATE));
    put(
        table,
        ResourceType.APPOINTMENT,
        codes(
                "status",
                "proposed",
                "pending",
                "booked",
                "arrived",
                "fulfilled",
                "cancelled",
                "noshow",
                "entered-in-error",
                "checked-in",
                "waitlist")
            .neverToBenefitAuthorities("noshow"),
        of("date", DATE));
    put(
        table,
        ResourceType.SLOT,
        of("schedule", SCHEDULE),
        of("start", DATE),
        codes("status", "free"));
    put(table, ResourceType.SCHEDULE, of("date", DATE));
    put(
        table,
        ResourceType.GOAL,
        codes(
            "lifecycle-status",
            "proposed",
            "planned",
            "accepted",
            "active",
            "on-hold",
            "completed",
            "cancelled",
            "entered-in-error",
            "rejected"),
        of("target-date", DATE));
    put(table, ResourceType.CARE_PLAN, codes("status", REQUEST_STATUS), of("category", TOKENS));
    put(table, ResourceType.COMMUNICATION, of("sent", DATE), of("category", TOKENS));
    put(table, ResourceType.SERVICE_REQUEST, codes("status", REQUEST_STATUS));
    put(
        table,
        ResourceType.TASK,
        codes(
            "status",
            "draft",
            "requested",
            "received",
            "accepted",
            "rejected",
            "ready",
            "cancelled",
            "in-progress",
            "on-hold",
            "failed",
            "completed",
            "entered-in-error"));
    return Collections.unmodifiableMap(table);
  }

  private static void put(
      Map<ResourceType, List<SearchParameter>> table, ResourceType type, SearchParameter... own) {
    table.put(type, Stream.concat(Stream.of(own), Stream.of(of("_lastUpdated", DATE))).toList());
  }

  /** The types that can be searched. */
  public static Set<ResourceType> types() {
    return TABLE.keySet();
  }

  /** The parameters of a type's own; empty if it cannot be searched. */
  public static List<SearchParameter> parameters(ResourceType type) {
    return TABLE.getOrDefault(type, List.of());
  }

  /** Whether one resource of this type can be read by its id as FHIR JSON. */
  public static boolean isRead(ResourceType type) {
    return TABLE.containsKey(type) || type == ResourceType.PATIENT;
  }
}
