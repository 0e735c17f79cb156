package net.sociallook.registry.directory;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.TeamId;

/**
 * One institution as the directory describes it.
 *
 * @param adapter where its FHIR facade is; empty where it holds no data and only receives
 * @param commitmentDate when a body outside the public administration committed itself to the
 *     secrecy of § 78 SGB X; present for every provider
 * @param signingKeys public keys with which it endorses clients' keys, by key id
 * @param witnessed levels beside the passkey at which a grant opens its data
 * @param inbox whether it has no system of its own: its staff read on the staff's page
 */
public record Institution(
    InstitutionId id,
    String name,
    InstitutionKind kind,
    Optional<URI> adapter,
    Optional<LocalDate> commitmentDate,
    Map<String, ECKey> signingKeys,
    List<Team> teams,
    List<Caseworker> caseworkers,
    Facility facility,
    Set<EvidenceLevel> witnessed,
    boolean inbox) {

  public Institution {
    signingKeys = Map.copyOf(signingKeys);
    teams = List.copyOf(teams);
    caseworkers = List.copyOf(caseworkers);
    witnessed = Set.copyOf(witnessed);
  }

  /** A group of caseworkers, to which a provision can be narrowed. */
  public record Team(TeamId id, String name) {}

  /**
   * A person for whom the institution vouches.
   *
   * @param role as shown to clients
   * @param roleCode code of the same role, for tokens
   * @param isBoundToSecrecy a professional of § 203 (1) StGB, for example a counsellor for
   *     addiction or a state-recognised social worker
   */
  public record Caseworker(
      CaseworkerId id,
      String name,
      String role,
      String roleCode,
      Optional<TeamId> team,
      boolean isBoundToSecrecy) {

    /** Somebody who is not bound to secrecy by § 203 StGB. */
    public Caseworker(
        CaseworkerId id, String name, String role, String roleCode, Optional<TeamId> team) {
      this(id, name, role, roleCode, team, false);
    }
  }

  /** Whether there is anything of its own that can be asked for. */
  public boolean isHolder() {
    return adapter.isPresent();
  }

  /** Those who may disclose nothing unless the client releases them. */
  public List<Caseworker> professionals() {
    return caseworkers.stream().filter(Caseworker::isBoundToSecrecy).toList();
  }

  /** Whether a grant that is proved in this way opens the institution's data. */
  public boolean accepts(EvidenceLevel level) {
    return !level.isWitnessed() || witnessed.contains(level);
  }

  public Optional<Caseworker> caseworker(CaseworkerId wanted) {
    return caseworkers.stream().filter(one -> one.id().equals(wanted)).findFirst();
  }
}
