package net.sociallook.registry.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.TeamId;

/**
 * All institutions, checked: ids are unique, and every reference between them resolves. It can
 * change between two questions, whole and at once; so ask anew, and keep no answer.
 */
public final class Directory {
  private volatile Map<InstitutionId, Institution> institutions = Map.of();

  public Directory(List<Institution> institutions) {
    replaceBy(institutions);
  }

  void replaceBy(List<Institution> others) {
    Map<InstitutionId, Institution> replacement = new LinkedHashMap<>();
    others.forEach(one -> replacement.put(one.id(), one));
    this.institutions = Collections.unmodifiableMap(replacement);
  }

  public Optional<Institution> institution(InstitutionId id) {
    return Optional.ofNullable(institutions.get(id));
  }

  /** Empty also where the institution holds no data, and only receives. */
  public Optional<Institution> holder(InstitutionId id) {
    return institution(id).filter(Institution::isHolder);
  }

  /** In the order of the file. */
  public Collection<Institution> institutions() {
    return institutions.values();
  }

  /** The institution at which a caseworker works. */
  public Optional<Institution> employerOf(CaseworkerId caseworker) {
    return institutions.values().stream()
        .filter(one -> one.caseworker(caseworker).isPresent())
        .findFirst();
  }

  /** The institution to which a team belongs. */
  public Optional<Institution> institutionOf(TeamId team) {
    return institutions.values().stream()
        .filter(one -> one.teams().stream().anyMatch(own -> own.id().equals(team)))
        .findFirst();
  }
}
