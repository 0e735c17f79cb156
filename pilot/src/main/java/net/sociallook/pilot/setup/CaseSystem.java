package net.sociallook.pilot.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sociallook.adapter.youthoffice.simulation.Caseworker;
import net.sociallook.adapter.youthoffice.simulation.Fallsystem;
import net.sociallook.adapter.youthoffice.simulation.Neighbour;
import net.sociallook.adapter.youthoffice.simulation.Person;
import net.sociallook.adapter.youthoffice.simulation.Stock;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;
import org.postgresql.ds.PGSimpleDataSource;

/** The youth office's simulated case system, with a file of every client it knows. */
public record CaseSystem(Setup setup, Database database) {
  private static final long SEED = 2018;

  /** Fills it; false if it is filled already. */
  public boolean fill() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    Institution office = setup.roster().institution(Roster.YOUTH_OFFICE).orElseThrow();
    return Fallsystem.fill(
        source,
        setup.state().data(office.id()).resolve("files"),
        new Stock(SEED, people(office), caseworkers(office), jobcenter(), setup.firstDay()));
  }

  private Neighbour jobcenter() {
    Institution jobcenter = setup.roster().institution(Roster.JOBCENTER).orElseThrow();
    return new Neighbour(jobcenter.id(), jobcenter.name());
  }

  private List<Person> people(Institution office) {
    Roster roster = setup.roster();
    return roster.clientsOf(office).stream()
        .map(client ->
            new Person(
                roster.fileNumber(client, office), client.family(), client.given(), client.born()))
        .toList();
  }

  private static List<Caseworker> caseworkers(Institution office) {
    List<Institution.Caseworker> staff = office.caseworkers();
    return IntStream.range(0, staff.size()).mapToObj(i -> caseworker(staff.get(i), i)).toList();
  }

  private static Caseworker caseworker(Institution.Caseworker worker, int index) {
    String initials = worker.family().substring(0, 3).toUpperCase(Locale.ROOT) + index;
    return new Caseworker(initials, worker.family(), worker.given(), Optional.of(worker.id()));
  }
}
