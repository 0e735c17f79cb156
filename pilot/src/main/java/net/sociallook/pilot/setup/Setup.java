package net.sociallook.pilot.setup;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Newcomer;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;

/**
 * What all parts of one pilot are configured from.
 *
 * @param sources the folder of the repository, where the build's jars are
 */
public record Setup(Path sources, StateDirectory state, Ports ports, Roster roster) {
  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  /** The day of the pilot's first start, around which the simulated systems are filled. */
  public LocalDate firstDay() {
    return JsonFile.read(state.firstDayFile(), LocalDate.class)
        .orElseGet(() -> {
          LocalDate today = LocalDate.now(GERMANY);
          JsonFile.write(state.firstDayFile(), today);
          return today;
        });
  }

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

  /** A gateway node, counted from 1, without a path. */
  URI gateway(int number) {
    return URI.create("https://localhost:" + ports.gateway(number));
  }

  /** The origin of the client page. */
  public URI page() {
    return URI.create("http://localhost:" + ports.browser());
  }

  /**
   * The address that is kept for an institution's adapter, whether one runs there or not yet; empty
   * where it only receives.
   */
  public Optional<URI> adapter(Institution institution) {
    Newcomer newcomer = roster.newcomers().get(institution.id());
    return newcomer != null
        ? Optional.ofNullable(newcomer.adapter())
        : Optional.of(URI.create("https://localhost:" + ports.adapter(number(institution.id()))));
  }

  /** Counts the institutions from 1, for their ports; the youth office's were there first. */
  int number(String institution) {
    List<String> order = new ArrayList<>(List.of(Roster.YOUTH_OFFICE));
    roster.institutions().stream()
        .map(Institution::id)
        .filter(id -> !order.contains(id))
        .forEach(order::add);
    return 1 + order.indexOf(institution);
  }

  /** The address of the adapter that serves this institution; empty where none does. */
  public Optional<URI> servedAt(Institution institution) {
    return adapter(institution)
        .filter(address ->
            roster.isNewcomer(institution) || SystemKind.of(institution.kind()).isPresent());
  }

  /** The institutions with a system of this kind, whose adapters the pilot runs. */
  List<Institution> institutions(SystemKind kind) {
    return roster.institutions().stream()
        .filter(institution -> !roster.isNewcomer(institution))
        .filter(institution -> SystemKind.of(institution.kind()).equals(Optional.of(kind)))
        .toList();
  }
}
