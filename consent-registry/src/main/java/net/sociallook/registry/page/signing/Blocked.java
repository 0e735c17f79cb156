package net.sociallook.registry.page.signing;

import java.util.List;
import java.util.Optional;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.ClientBlocks;
import net.sociallook.registry.page.blocks.BlockLine;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** Finds the blocks that a grant would run into: whoever signs it should know before. */
@Component
class Blocked {
  private final ClientBlocks blocks;
  private final Directory directory;

  Blocked(ClientBlocks blocks, Directory directory) {
    this.blocks = blocks;
    this.directory = directory;
  }

  /** How much of one provision a block keeps shut. */
  private enum Reach {
    NONE,
    PARTS,
    ALL
  }

  /** Those that matter, the newest first; beside one that stops everything no other does. */
  List<Stopped> by(SignedIn who, InstitutionId recipient, List<Provision> chosen) {
    List<Stopped> stopping = all(who, recipient, chosen);
    List<Stopped> whole = stopping.stream().filter(one -> one.reach().equals("all")).toList();
    return whole.isEmpty() ? stopping : whole;
  }

  private List<Stopped> all(SignedIn who, InstitutionId recipient, List<Provision> chosen) {
    return blocks.of(who).stream()
        .flatMap(standing ->
            reach(standing.block(), recipient, chosen)
                .map(reach ->
                    new Stopped(standing.id(), BlockLine.of(standing.block(), directory), reach))
                .stream())
        .toList();
  }

  private Optional<String> reach(Block block, InstitutionId recipient, List<Provision> chosen) {
    List<Reach> each = chosen.stream().map(one -> reach(block, recipient, one)).toList();
    if (each.stream().allMatch(Reach.ALL::equals)) {
      return Optional.of("all");
    }
    if (each.contains(Reach.ALL)) {
      return Optional.of("some");
    }
    return each.contains(Reach.PARTS) ? Optional.of("parts") : Optional.empty();
  }

  private Reach reach(Block block, InstitutionId recipient, Provision provision) {
    Narrowing narrowing = provision.limits().narrowing();
    return switch (block) {
      case Block.Everything everything -> Reach.ALL;
      case Block.Institution(InstitutionId institution) ->
          institution.equals(recipient) || institution.equals(provision.holder())
              ? Reach.ALL
              : Reach.NONE;
      case Block.Person(CaseworkerId person) -> reach(person, recipient, narrowing);
      case Block.Document document ->
          !document.holder().equals(provision.holder())
                  || provision.permission() != Permission.DOCUMENTS_READ
              ? Reach.NONE
              : narrowing
                  .document()
                  .map(only -> only.equals(document.document()) ? Reach.ALL : Reach.NONE)
                  .orElse(Reach.PARTS);
      case Block.Sensitivity sensitivity -> Reach.PARTS;
    };
  }

  private Reach reach(CaseworkerId blocked, InstitutionId recipient, Narrowing narrowing) {
    List<CaseworkerId> readers =
        directory.institution(recipient).stream()
            .flatMap(institution -> institution.caseworkers().stream())
            .filter(one -> narrowing.caseworker().map(one.id()::equals).orElse(true))
            .filter(one ->
                narrowing
                    .team()
                    .map(team -> one.team().filter(team::equals).isPresent())
                    .orElse(true))
            .map(Institution.Caseworker::id)
            .toList();
    if (!readers.contains(blocked)) {
      return Reach.NONE;
    }
    return readers.size() == 1 ? Reach.ALL : Reach.PARTS;
  }
}
