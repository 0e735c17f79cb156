package net.sociallook.registry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Three institutions with caseworkers, and the private halves of their signing keys. */
public record TestDirectory(Path file, Map<String, ECKey> signingKeys) {
  public static final String JOBCENTER = "jobcenter-nordhausen";
  public static final String YOUTH_OFFICE = "youth-office-nordhausen";
  public static final String PROVIDER = "traeger-horizont";

  static TestDirectory create(Path folder) {
    Map<String, ECKey> keys = new LinkedHashMap<>();
    List<Map<String, Object>> institutions =
        List.of(
            institution(keys, JOBCENTER, "Jobcenter Nordhausen", "benefit-authority", "jc"),
            institution(keys, YOUTH_OFFICE, "Jugendamt Nordhausen", "youth-office", "ya"),
            institution(keys, PROVIDER, "Träger Horizont", "provider", "th"));
    Path file = folder.resolve("directory.json");
    JsonMapper.shared().writeValue(file.toFile(), Map.of("institutions", institutions));
    return new TestDirectory(file, keys);
  }

  /** A directory file of one's own, with the same institutions and this one more. */
  public Map<String, ECKey> writeWith(Path other, String id, String prefix) {
    Map<String, ECKey> keys = new LinkedHashMap<>();
    Map<String, Object> all =
        JsonMapper.shared().readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
    List<Object> institutions =
        new ArrayList<>((List<?>) all.getOrDefault("institutions", List.of()));
    institutions.add(institution(keys, id, "Schule am Petersberg", "school", prefix));
    JsonMapper.shared().writeValue(other.toFile(), Map.of("institutions", institutions));
    return keys;
  }

  /** A directory file of one's own, in which this institution has no adapter. */
  public void writeWithoutAdapterOf(String id, Path other) {
    Map<String, List<Map<String, Object>>> all =
        JsonMapper.shared().readValue(file.toFile(), new TypeReference<>() {});
    all.getOrDefault("institutions", List.of()).stream()
        .filter(one -> id.equals(one.get("id")))
        .forEach(one -> one.remove("adapter"));
    JsonMapper.shared().writeValue(other.toFile(), all);
  }

  private static Map<String, Object> institution(
      Map<String, ECKey> keys, String id, String name, String kind, String prefix) {
    ECKey key = newKey(id + "-1");
    keys.put(id, key);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("name", name);
    entry.put("kind", kind);
    entry.put("adapter", "https://localhost:7001");
    if (kind.equals("provider")) {
      entry.put("commitmentDate", "2026-01-31");
      entry.put("inbox", true);
      entry.put(
          "address",
          Map.of("line", List.of("Am Wehr 1"), "postalCode", "99734", "city", "Nordhausen"));
      entry.put(
          "services",
          List.of(
              Map.of("id", "th-debts", "name", "Schuldnerberatung", "type", "debt-advice"),
              Map.of(
                  "id", "th-trainees",
                  "name", "Ausbildungsbegleitung",
                  "type", "training",
                  "description", "Für junge Menschen bis 25")));
    }
    entry.put("signingKeys", new JWKSet(key).toJSONObject(true));
    entry.put("teams", List.of(Map.of("id", prefix + "-u25", "name", "U25")));
    entry.put(
        "caseworkers",
        List.of(
            Map.of(
                "id", prefix + "-001",
                "name", "Weber, Anna",
                "role", "Fallmanagerin",
                "roleCode", "case-management",
                "team", prefix + "-u25"),
            Map.of(
                "id", prefix + "-002",
                "name", "Kaya, Deniz",
                "role", "Berater",
                "roleCode", "counselling")));
    return entry;
  }

  static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
