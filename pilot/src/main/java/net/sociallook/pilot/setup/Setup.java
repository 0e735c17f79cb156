package net.sociallook.pilot.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;

/**
 * What all parts of one pilot are configured from.
 *
 * @param sources the folder of the repository, where the build's jars are
 */
public record Setup(Path sources, StateDirectory state, Ports ports, Roster roster) {

  public KeyFiles keys() {
    return new KeyFiles(state);
  }

  /** Who signs consent tokens. */
  public URI issuer() {
    return URI.create("https://localhost:" + ports.institutions());
  }

  /** The FHIR base URL that consent tokens are for, whatever node serves it. */
  public URI audience() {
    return URI.create("https://localhost:" + ports.gateway(1) + "/fhir");
  }

  /** The origin of the client page. */
  public URI page() {
    return URI.create("http://localhost:" + ports.browser());
  }

  /** The address that is kept for an institution's adapter, whether one runs there or not yet. */
  public URI adapter(String institution) {
    List<String> order = new ArrayList<>(List.of(Roster.YOUTH_OFFICE));
    roster.institutions().stream()
        .map(Institution::id)
        .filter(id -> !order.contains(id))
        .forEach(order::add);
    return URI.create("https://localhost:" + ports.adapter(1 + order.indexOf(institution)));
  }

  /** Whether an adapter serves this institution. */
  public boolean hasAdapter(String institution) {
    return institution.equals(Roster.YOUTH_OFFICE);
  }
}
