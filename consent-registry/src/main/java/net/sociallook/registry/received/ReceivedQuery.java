package net.sociallook.registry.received;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sociallook.registry.fhir.Searchset;
import net.sociallook.registry.received.ReceivedGrant.State;
import net.sociallook.registry.web.Parameters;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * Which of the received grants are asked for.
 *
 * @param patient pseudonym of one client
 * @param after only larger ids
 * @param count at most so many on a page; fewer than that may come although more follow
 */
record ReceivedQuery(Optional<String> patient, Set<State> states, Optional<UUID> after, int count) {
  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
  private static final Set<String> CONSENT_STATES =
      Set.of("draft", "proposed", "active", "rejected", "inactive", "entered-in-error");

  ReceivedQuery {
    if (patient.filter(one -> !PSEUDONYM.matcher(one).matches()).isPresent()) {
      throw new Refused(
          Problem.MALFORMED, "patient: no pseudonym (expected: 32 hexadecimal digits)");
    }
  }

  static ReceivedQuery ofJson(Map<String, List<String>> given) {
    Parameters parameters = Parameters.of(given, Set.of("patient", "state", "after", "count"));
    Optional<State> state = parameters.text("state").map(ReceivedQuery::state);
    return new ReceivedQuery(
        parameters.text("patient"),
        state.<Set<State>>map(EnumSet::of).orElse(EnumSet.allOf(State.class)),
        parameters.uuid("after"),
        parameters.count("count"));
  }

  /**
   * @see <a href="https://hl7.org/fhir/R4/consent.html#search">FHIR R4, Consent, search</a>
   */
  static ReceivedQuery ofFhir(Map<String, List<String>> given) {
    Parameters parameters =
        Parameters.of(given, Set.of("patient", "status", "_count", Searchset.AFTER));
    return new ReceivedQuery(
        parameters.text("patient").map(one -> one.replaceFirst("^Patient/", "")),
        parameters.text("status").map(ReceivedQuery::statuses).orElse(EnumSet.allOf(State.class)),
        parameters.uuid(Searchset.AFTER),
        parameters.count("_count"));
  }

  private static State state(String code) {
    return Arrays.stream(State.values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Refused(Problem.MALFORMED, "state: unknown (expected: active or ended)"));
  }

  /** Several are alternatives. Those that no grant here ever has find nothing. */
  private static Set<State> statuses(String codes) {
    List<String> wanted = List.of(codes.split(",", -1));
    if (!CONSENT_STATES.containsAll(wanted)) {
      throw new Refused(
          Problem.MALFORMED, "status: unknown (expected: of the value set consent-state-codes)");
    }
    Set<State> states = EnumSet.noneOf(State.class);
    Stream.of(State.values()).filter(state -> wanted.contains(state.fhir())).forEach(states::add);
    return states;
  }
}
