package net.sociallook.registry.page.grants;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.grant.Narrowings.History;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Finds a grant, in the words of the page. */
@Component
class GrantPages {
  private final Narrowings narrowings;
  private final Directory directory;
  private final Clock clock;

  GrantPages(Narrowings narrowings, Directory directory, Clock clock) {
    this.narrowings = narrowings;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param change code of what made the version
   */
  record VersionLine(int number, String change, Instant at, List<ProvisionLine> provisions) {}

  /**
   * @param mark of what stands now: another one after every change
   * @param lines what stands now and is not over
   * @param versions the newest first
   */
  record GrantPage(
      UUID id,
      InstitutionId recipient,
      String name,
      boolean withdrawn,
      String mark,
      List<ProvisionLine> lines,
      List<VersionLine> versions) {}

  /**
   * @throws Refused if the client has no such grant
   */
  History history(SignedIn signedIn, UUID id) {
    return narrowings
        .history(signedIn.client(), id)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  GrantPage page(History history) {
    InstitutionId recipient = history.grant().current().parties().recipient();
    List<Provision> alive = alive(history);
    return new GrantPage(
        history.grant().id(),
        recipient,
        ProvisionLine.nameOf(recipient, directory),
        history.grant().isWithdrawn(),
        Less.mark(alive),
        ProvisionLine.of(recipient, alive, directory),
        history.versions().stream()
            .map(version ->
                new VersionLine(
                    version.number(),
                    version.change().code(),
                    version.createdAt(),
                    ProvisionLine.of(recipient, version.provisions(), directory)))
            .toList());
  }

  /** What stands of it now and is not over. */
  List<Provision> alive(History history) {
    return alive(history.grant().current().provisions().all());
  }

  /** Those that are not over yet. */
  List<Provision> alive(List<Provision> provisions) {
    Instant now = clock.instant();
    return provisions.stream().filter(one -> one.limits().period().end().isAfter(now)).toList();
  }
}
