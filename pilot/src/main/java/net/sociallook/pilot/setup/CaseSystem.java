package net.sociallook.pilot.setup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sociallook.adapter.youthoffice.simulation.Caseworker;
import net.sociallook.adapter.youthoffice.simulation.Fallsystem;
import net.sociallook.adapter.youthoffice.simulation.Neighbour;
import net.sociallook.adapter.youthoffice.simulation.Person;
import net.sociallook.adapter.youthoffice.simulation.Stock;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;
import org.postgresql.ds.PGSimpleDataSource;

/** The youth office's simulated case system, with a file of every client it knows. */
public record CaseSystem(Setup setup, Database database) {
  private static final long SEED = 2018;
  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  /** Fills it; false if it is filled already. */
  public boolean fill() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    return Fallsystem.fill(
        source,
        setup.state().data(Roster.YOUTH_OFFICE).resolve("files"),
        new Stock(SEED, people(), caseworkers(), jobcenter(), LocalDate.now(GERMANY)));
  }

  private Neighbour jobcenter() {
    return setup.roster().institutions().stream()
        .filter(institution -> institution.id().equals(Roster.JOBCENTER))
        .map(institution -> new Neighbour(institution.id(), institution.name()))
        .findFirst()
        .orElseThrow();
  }

  private List<Person> people() {
    return setup.roster().clients().stream()
        .filter(client -> client.institutions().contains(Roster.YOUTH_OFFICE))
        .map(CaseSystem::person)
        .toList();
  }

  private static Person person(Client client) {
    String[] name = client.name().split(", ", 2);
    return new Person(client.caseNumber(), name[0], name[1], client.born());
  }

  private List<Caseworker> caseworkers() {
    List<Institution.Caseworker> staff =
        setup.roster().institutions().stream()
            .filter(institution -> institution.id().equals(Roster.YOUTH_OFFICE))
            .flatMap(institution -> institution.caseworkers().stream())
            .toList();
    return IntStream.range(0, staff.size()).mapToObj(i -> caseworker(staff.get(i), i)).toList();
  }

  private static Caseworker caseworker(Institution.Caseworker worker, int index) {
    String[] name = worker.name().split(", ", 2);
    String initials = name[0].substring(0, 3).toUpperCase(Locale.ROOT) + index;
    return new Caseworker(initials, name[0], name[1], Optional.of(worker.id()));
  }
}
