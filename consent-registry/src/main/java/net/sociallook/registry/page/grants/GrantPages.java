package net.sociallook.registry.page.grants;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.grant.Narrowings.History;
import net.sociallook.registry.grant.RepresentedVersions;
import net.sociallook.registry.page.giving.Witnesses;
import net.sociallook.registry.page.giving.Witnesses.Witness;
import net.sociallook.registry.page.titles.Thing;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a grant, in the words of the page. */
@Component
class GrantPages {
  private final Narrowings narrowings;
  private final Directory directory;
  private final Makers makers;
  private final Clock clock;

  /** Who made a version where the client did not sign herself. */
  @Component
  record Makers(Witnesses witnesses, RepresentedVersions represented) {}

  GrantPages(Narrowings narrowings, Directory directory, Makers makers, Clock clock) {
    this.narrowings = narrowings;
    this.directory = directory;
    this.makers = makers;
    this.clock = clock;
  }

  /**
   * @param change code of what made the version
   * @param witness who stands for it, where the client did not sign herself
   * @param by code of who made it for the client; null where she did so herself
   */
  record VersionLine(
      int number,
      String change,
      Instant at,
      List<ProvisionLine> provisions,
      @Nullable Witness witness,
      @Nullable String by) {}

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
      List<VersionLine> versions) {
    /** Whether an institution stands for what was allowed last. */
    public boolean isWitnessed() {
      return versions.stream()
          .filter(version -> version.change().matches("signed|captured"))
          .findFirst()
          .map(version -> version.witness() != null)
          .orElse(false);
    }

    /** The single documents that it is or was about. */
    List<Thing> documents() {
      return Stream.concat(
              lines.stream(), versions.stream().flatMap(one -> one.provisions().stream()))
          .flatMap(line -> Optional.ofNullable(line.document()).stream())
          .distinct()
          .toList();
    }

    /** Whether there are documents of which the title can be asked for. */
    public boolean isAboutDocuments() {
      return !documents().isEmpty();
    }
  }

  /**
   * @throws Refused if the client has no such grant
   */
  History history(SignedIn signedIn, UUID id) {
    return narrowings.history(signedIn, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  GrantPage page(History history) {
    InstitutionId recipient = history.grant().current().parties().recipient();
    List<Provision> alive = alive(history);
    Map<Integer, Capacity> by = makers.represented().of(history.grant().id());
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
                    ProvisionLine.of(recipient, version.provisions(), directory),
                    makers.witnesses().of(version.grant(), version.number()).orElse(null),
                    by.containsKey(version.number()) ? by.get(version.number()).code() : null))
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
