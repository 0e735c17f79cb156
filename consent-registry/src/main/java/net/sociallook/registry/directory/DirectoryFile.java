package net.sociallook.registry.directory;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.TeamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The form of the directory's file; the first mistake in it is named in one sentence. */
final class DirectoryFile {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private record All(@Nullable List<Entry> institutions) {}

  private record Entry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String adapter,
      @Nullable String commitmentDate,
      @Nullable Map<String, Object> signingKeys,
      @Nullable List<TeamEntry> teams,
      @Nullable List<CaseworkerEntry> caseworkers,
      FacilityEntries.@Nullable AddressEntry address,
      @Nullable List<FacilityEntries.ServiceEntry> services,
      @Nullable List<String> witnessed,
      @Nullable Boolean inbox) {}

  private record TeamEntry(@Nullable String id, @Nullable String name) {}

  private record CaseworkerEntry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String role,
      @Nullable String roleCode,
      @Nullable String team,
      @Nullable Boolean professionalSecrecy) {}

  /** Institutions and teams are both organizations to those who read the directory as FHIR. */
  /** Whom the ledger and gateways know the client page as. */
  private static final String CLIENT_PAGE = "client-page";

  private final TakenIds organizationIds = new TakenIds();

  private final TakenIds caseworkerIds = new TakenIds();
  private final FacilityEntries facilities = new FacilityEntries();

  private DirectoryFile() {}

  /**
   * @return at least one institution
   * @throws IllegalArgumentException with a sentence that names the first mistake
   */
  static List<Institution> parse(byte[] text) {
    try {
      List<Entry> entries = Given.list(STRICT.readValue(text, All.class).institutions());
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("institutions: none (expected: at least one)");
      }
      DirectoryFile reader = new DirectoryFile();
      return entries.stream().map(reader::institution).toList();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(mistake(e), e);
    }
  }

  /** Without the values that the parser quotes: they can be names of persons. */
  private static String mistake(JacksonException e) {
    String line = "line " + e.getLocation().getLineNr();
    return e instanceof UnrecognizedPropertyException unknown
        ? line
            + ", "
            + unknown.getPropertyName()
            + ": unknown (expected: of "
            + unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList()
            + ")"
        : line + place(e) + ": unreadable (expected: JSON of the form in docs/registry.md)";
  }

  /** For example {@code , institutions[0].name}. */
  private static String place(JacksonException e) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      if (name == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? ", " : ".").append(name);
      }
    }
    return place.toString();
  }

  private Institution institution(Entry entry) {
    String id = organizationIds.take("institution", entry.id(), 3);
    if (id.equals(CLIENT_PAGE)) {
      throw new IllegalArgumentException(
          "institution id: " + id + " (expected: another, it stands for the client page)");
    }
    String at = "institution " + id + ", ";
    InstitutionKind kind = InstitutionKind.ofCode(Given.text(at + "kind", entry.kind()));
    List<Institution.Team> teams =
        Given.list(entry.teams()).stream().map(team -> team(at, team)).toList();
    Set<TeamId> known = new HashSet<>(teams.stream().map(Institution.Team::id).toList());
    return new Institution(
        new InstitutionId(id),
        Given.text(at + "name", entry.name()),
        kind,
        Optional.ofNullable(entry.adapter()).map(adapter -> address(at, adapter)),
        commitment(at, kind, entry.commitmentDate()),
        keys(at, entry.signingKeys()),
        teams,
        Given.list(entry.caseworkers()).stream().map(one -> caseworker(at, one, known)).toList(),
        facilities.facility(at, entry.address(), entry.services()),
        witnessed(at, entry.witnessed()),
        Boolean.TRUE.equals(entry.inbox()));
  }

  /** Left out: all there are. */
  private static Set<EvidenceLevel> witnessed(String at, @Nullable List<String> codes) {
    Set<EvidenceLevel> levels = EnumSet.noneOf(EvidenceLevel.class);
    for (String code : codes == null ? List.of("assisted", "paper") : codes) {
      if (!code.equals("assisted") && !code.equals("paper")) {
        throw new IllegalArgumentException(
            at + "witnessed: " + code + " (expected: of [assisted, paper])");
      }
      levels.add(EvidenceLevel.ofCode(code));
    }
    return levels;
  }

  private Institution.Team team(String at, TeamEntry entry) {
    String id = organizationIds.take(at + "team", entry.id(), 2);
    return new Institution.Team(
        new TeamId(id), Given.text(at + "team " + id + ", name", entry.name()));
  }

  private Institution.Caseworker caseworker(String at, CaseworkerEntry entry, Set<TeamId> teams) {
    String id = caseworkerIds.take(at + "caseworker", entry.id(), 2);
    String here = at + "caseworker " + id + ", ";
    Optional<TeamId> team = Optional.ofNullable(entry.team()).map(TeamId::new);
    if (team.isPresent() && !teams.contains(team.get())) {
      throw new IllegalArgumentException(
          here + "team: " + team.get() + " (expected: a team of the institution)");
    }
    return new Institution.Caseworker(
        new CaseworkerId(id),
        Given.text(here + "name", entry.name()),
        Given.text(here + "role", entry.role()),
        Given.text(here + "roleCode", entry.roleCode()),
        team,
        Boolean.TRUE.equals(entry.professionalSecrecy()));
  }

  private static URI address(String at, String adapter) {
    URI uri = URI.create(adapter);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(at + "adapter: " + adapter + " (expected: an https URL)");
    }
    return uri;
  }

  private static Optional<LocalDate> commitment(
      String at, InstitutionKind kind, @Nullable String date) {
    if (date == null && kind == InstitutionKind.PROVIDER) {
      throw new IllegalArgumentException(
          at + "commitmentDate: missing (expected: a date, because of § 78 SGB X for a provider)");
    }
    try {
      return Optional.ofNullable(date).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          at + "commitmentDate: " + date + " (expected: a date like 2026-01-31)", e);
    }
  }

  private static Map<String, ECKey> keys(String at, @Nullable Map<String, Object> jwks) {
    try {
      Map<String, ECKey> keys = new HashMap<>();
      for (JWK key : JWKSet.parse(jwks == null ? Map.of() : jwks).getKeys()) {
        keys.put(Given.text(at + "signingKeys, kid", key.getKeyID()), publicKey(at, key));
      }
      if (keys.isEmpty()) {
        throw new IllegalArgumentException(at + "signingKeys: none (expected: at least one)");
      }
      return keys;
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException(at + "signingKeys: not a JWK set (expected: one)", e);
    }
  }

  private static ECKey publicKey(String at, JWK key) throws JOSEException {
    if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && !ec.isPrivate()) {
      ec.toECPublicKey(); // refuses a point that is not on the curve
      return ec;
    }
    throw new IllegalArgumentException(
        at + "signingKeys, " + key.getKeyID() + " (expected: a public EC key on P-256)");
  }
}
