package net.sociallook.gateway.world;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.gateway.caller.Institutions;
import tools.jackson.databind.json.JsonMapper;

/** A node's own list of institutions: whose keys count, and for what. */
public record InstitutionList(List<Map<String, Object>> entries) {
  public static final String FILE = "institutions.json";

  public InstitutionList {
    entries = List.copyOf(entries);
  }

  /** With the holder of {@link TokenForge} alone, which endorses with its key. */
  public static InstitutionList ofHolder(TokenForge forge) {
    return new InstitutionList(
        List.of(entry(TokenForge.HOLDER, "youth-office", forge.endorsingKey)));
  }

  /** An institution that vouches with this key. */
  public static Map<String, Object> entry(String id, String kind, ECKey key) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("kind", kind);
    entry.put("signingKeys", new JWKSet(key).toPublicJWKSet().toJSONObject());
    return entry;
  }

  /** The same, accepting grants that it has witnessed at these levels. */
  public static Map<String, Object> entry(
      String id, String kind, ECKey key, List<String> witnessed) {
    Map<String, Object> entry = entry(id, kind, key);
    entry.put("witnessed", witnessed);
    return entry;
  }

  /** Writes it to the file that a node reads. */
  public Path write(Path directory) {
    try {
      return Files.writeString(
          directory.resolve(FILE),
          JsonMapper.shared().writeValueAsString(Map.of("institutions", entries)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a node reads it. */
  public Institutions read(Path directory) {
    return Institutions.load(write(directory));
  }
}
