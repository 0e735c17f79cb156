package net.sociallook.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The directory as institutions and clients see it. */
@RestController
class DirectoryController {
  private final Directory directory;

  DirectoryController(Directory directory) {
    this.directory = directory;
  }

  record InstitutionList(List<Entry> institutions) {}

  record Entry(
      String id,
      String name,
      String kind,
      List<TeamEntry> teams,
      List<CaseworkerEntry> caseworkers) {}

  record TeamEntry(String id, String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseworkerEntry(String id, String name, String role, @Nullable String team) {}

  @GetMapping("/institutions")
  InstitutionList forInstitutions(Caller.Institution caller) {
    return list();
  }

  record ServiceList(List<ServiceEntry> services) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ServiceEntry(
      String id, String name, String type, @Nullable String description, String institution) {}

  /** What the institutions offer to those who look for help. */
  @GetMapping("/services")
  ServiceList services(Caller.Institution caller) {
    return new ServiceList(
        directory.institutions().stream()
            .flatMap(
                one -> one.facility().services().stream().map(service -> service(one, service)))
            .toList());
  }

  private static ServiceEntry service(Institution institution, Facility.Service one) {
    return new ServiceEntry(
        one.id(), one.name(), one.type(), one.description().orElse(null), institution.id().value());
  }

  /** Names of caseworkers are for clients, not for everybody: it needs a session. */
  @GetMapping("/api/institutions")
  InstitutionList forClients(SignedIn signedIn) {
    return list();
  }

  private InstitutionList list() {
    return new InstitutionList(
        directory.institutions().stream().map(DirectoryController::entry).toList());
  }

  private static Entry entry(Institution institution) {
    return new Entry(
        institution.id().value(),
        institution.name(),
        institution.kind().code(),
        institution.teams().stream().map(t -> new TeamEntry(t.id().value(), t.name())).toList(),
        institution.caseworkers().stream().map(DirectoryController::caseworker).toList());
  }

  private static CaseworkerEntry caseworker(Institution.Caseworker one) {
    return new CaseworkerEntry(
        one.id().value(), one.name(), one.role(), one.team().map(TeamId::value).orElse(null));
  }
}
