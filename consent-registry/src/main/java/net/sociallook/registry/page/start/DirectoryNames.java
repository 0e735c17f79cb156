package net.sociallook.registry.page.start;

import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import org.springframework.stereotype.Component;

/** What people call institutions, teams and caseworkers; the id where the directory lost one. */
@Component
class DirectoryNames {
  private final Directory directory;

  DirectoryNames(Directory directory) {
    this.directory = directory;
  }

  String institution(InstitutionId id) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }

  String caseworker(CaseworkerId id) {
    return directory
        .employerOf(id)
        .flatMap(employer -> employer.caseworker(id))
        .map(one -> one.name() + ", " + one.role())
        .orElse(id.value());
  }

  String team(TeamId id) {
    return directory.institutionOf(id).stream()
        .flatMap(institution -> institution.teams().stream())
        .filter(team -> team.id().equals(id))
        .map(Institution.Team::name)
        .findFirst()
        .orElse(id.value());
  }
}
