package net.sociallook.registry.directory;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.RefusesToStart;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the directory's file; the first thing that is wrong in it is named in one sentence. */
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
      @Nullable List<CaseworkerEntry> caseworkers) {}

  private record TeamEntry(@Nullable String id, @Nullable String name) {}

  private record CaseworkerEntry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String role,
      @Nullable String roleCode,
      @Nullable String team) {}

  private final Set<String> institutionIds = new HashSet<>();
  private final Set<String> teamIds = new HashSet<>();
  private final Set<String> caseworkerIds = new HashSet<>();

  private DirectoryFile() {}

  static Directory read(Path file) {
    try {
      All all = STRICT.readValue(file.toFile(), All.class);
      List<Entry> entries = orEmpty(all.institutions());
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("institutions: none (expected: at least one)");
      }
      DirectoryFile reader = new DirectoryFile();
      return new Directory(entries.stream().map(reader::institution).toList());
    } catch (JacksonException e) {
      throw new RefusesToStart("The directory " + file + ": " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new RefusesToStart("The directory " + file + ": " + e.getMessage(), e);
    }
  }

  private Institution institution(Entry entry) {
    String id = id("institution", entry.id(), 3, institutionIds);
    String at = "institution " + id + ", ";
    InstitutionKind kind = InstitutionKind.ofCode(given(at + "kind", entry.kind()));
    List<Institution.Team> teams =
        orEmpty(entry.teams()).stream().map(team -> team(at, team)).toList();
    Set<TeamId> known = new HashSet<>(teams.stream().map(Institution.Team::id).toList());
    return new Institution(
        new InstitutionId(id),
        given(at + "name", entry.name()),
        kind,
        address(at, given(at + "adapter", entry.adapter())),
        commitment(at, kind, entry.commitmentDate()),
        keys(at, entry.signingKeys()),
        teams,
        orEmpty(entry.caseworkers()).stream().map(one -> caseworker(at, one, known)).toList());
  }

  private Institution.Team team(String at, TeamEntry entry) {
    String id = id(at + "team", entry.id(), 2, teamIds);
    return new Institution.Team(new TeamId(id), given(at + "team " + id + ", name", entry.name()));
  }

  private Institution.Caseworker caseworker(String at, CaseworkerEntry entry, Set<TeamId> teams) {
    String id = id(at + "caseworker", entry.id(), 2, caseworkerIds);
    String here = at + "caseworker " + id + ", ";
    Optional<TeamId> team = Optional.ofNullable(entry.team()).map(TeamId::new);
    if (team.isPresent() && !teams.contains(team.get())) {
      throw new IllegalArgumentException(
          here + "team: " + team.get() + " (expected: a team of the institution)");
    }
    return new Institution.Caseworker(
        new CaseworkerId(id),
        given(here + "name", entry.name()),
        given(here + "role", entry.role()),
        given(here + "roleCode", entry.roleCode()),
        team);
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
        keys.put(given(at + "signingKeys, kid", key.getKeyID()), publicKey(at, key));
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

  private static String id(String what, @Nullable String id, int shortest, Set<String> taken) {
    String given = given(what + " id", id);
    if (!given.matches("[a-z0-9-]{" + shortest + ",64}")) {
      throw new IllegalArgumentException(
          what + " id: " + given + " (expected: " + shortest + " to 64 of a-z, 0-9 and -)");
    }
    if (!taken.add(given)) {
      throw new IllegalArgumentException(what + " id: " + given + " twice (expected: once)");
    }
    return given;
  }

  private static String given(String what, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + ": missing (expected: a value)");
    }
    return value;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
