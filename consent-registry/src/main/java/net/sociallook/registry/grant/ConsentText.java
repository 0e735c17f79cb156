package net.sociallook.registry.grant;

import java.util.ArrayList;
import java.util.List;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import org.springframework.stereotype.Component;

/**
 * What a client reads before signing: who, what, whose data, how long, and what never follows from
 * it. Plain text, one thought per line; the signed document commits to every character.
 */
@Component
class ConsentText {
  private final Directory directory;

  ConsentText(Directory directory) {
    this.directory = directory;
  }

  String ofGrant(InstitutionId recipient, List<Provision> provisions, Language language) {
    return ofGrant(recipient, provisions, List.of(), language);
  }

  /**
   * @param released holders whose professionals may disclose what is allowed
   */
  String ofGrant(
      InstitutionId recipient,
      List<Provision> provisions,
      List<Institution> released,
      Language language) {
    Wording words = Wording.in(language);
    List<String> lines = new ArrayList<>();
    lines.add(words.allow(nameOf(recipient)));
    int number = 1;
    for (Provision provision : provisions) {
      lines.add("");
      lines.add(number++ + ". " + words.permission(provision.permission()));
      lines.add("   " + words.holder(nameOf(provision.holder())));
      narrowing(provision.limits().narrowing(), words).forEach(line -> lines.add("   " + line));
      lines.add("   " + words.period(provision.limits().period()));
      words.ceiling(provision.limits().ceiling()).ifPresent(line -> lines.add("   " + line));
    }
    if (!released.isEmpty()) {
      lines.addAll(release(recipient, released, words));
    }
    lines.add("");
    lines.addAll(words.rights());
    return String.join("\n", lines) + "\n";
  }

  String ofUnblocking(BlockForm block, Language language) {
    Wording words = Wording.in(language);
    String what =
        switch (BlockForm.Kind.ofCode(block.kind())) {
          case EVERYTHING -> words.everything();
          case INSTITUTION ->
              words.named(nameOf(new InstitutionId(String.valueOf(block.institution()))));
          case DOCUMENT ->
              words.documentAt(
                  String.valueOf(block.document()),
                  nameOf(new InstitutionId(String.valueOf(block.holder()))));
          case PERSON ->
              words.named(personOf(new CaseworkerId(String.valueOf(block.caseworker()))));
          case SENSITIVITY -> words.sensitivity(String.valueOf(block.code()));
        };
    return String.join("\n", words.unblock(what)) + "\n";
  }

  /** By name: § 203 StGB binds persons, not institutions. */
  private List<String> release(InstitutionId recipient, List<Institution> released, Wording words) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(words.release(nameOf(recipient)));
    for (Institution holder : released) {
      for (Institution.Caseworker one : holder.professionals()) {
        lines.add(
            "   - " + words.named(one.name() + " (" + one.role() + ", " + holder.name() + ")"));
      }
    }
    lines.add(words.releaseEnds());
    return lines;
  }

  private List<String> narrowing(Narrowing narrowing, Wording words) {
    List<String> lines = new ArrayList<>();
    narrowing.document().ifPresent(id -> lines.add(words.onlyDocument(id.value())));
    narrowing.team().ifPresent(id -> lines.add(words.onlyTeam(teamOf(id))));
    narrowing.caseworker().ifPresent(id -> lines.add(words.onlyPerson(personOf(id))));
    return lines;
  }

  private String nameOf(InstitutionId id) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }

  private String teamOf(TeamId id) {
    return directory.institutionOf(id).stream()
        .flatMap(institution -> institution.teams().stream())
        .filter(team -> team.id().equals(id))
        .map(Institution.Team::name)
        .findFirst()
        .orElse(id.value());
  }

  private String personOf(CaseworkerId id) {
    return directory
        .employerOf(id)
        .flatMap(employer ->
            employer
                .caseworker(id)
                .map(one -> one.name() + " (" + one.role() + ", " + employer.name() + ")"))
        .orElse(id.value());
  }
}
