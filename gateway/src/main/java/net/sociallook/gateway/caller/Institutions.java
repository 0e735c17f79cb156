package net.sociallook.gateway.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/** All institutions that take part, from one file. */
public final class Institutions {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{3,64}");

  private final Map<InstitutionId, Institution> byId;
  private final Set<InstitutionId> inboxes;

  private Institutions(Map<InstitutionId, Institution> byId, Set<InstitutionId> inboxes) {
    this.byId = Map.copyOf(byId);
    this.inboxes = Set.copyOf(inboxes);
  }

  /**
   * Reads {@code {"institutions":[{"id","kind","adapter","signingKeys","witnessed"}]}}.
   *
   * @throws IllegalArgumentException with a sentence that names what is wrong
   */
  public static Institutions load(Path file) {
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static Institutions parse(byte[] json) {
    Members root = StrictJson.object("institutions file", json);
    Map<InstitutionId, Institution> all = new LinkedHashMap<>();
    Set<InstitutionId> inboxes = new HashSet<>();
    for (Members entry : root.objects("institutions")) {
      boolean inbox = entry.has("inbox") && entry.flag("inbox");
      Institution institution = institution(entry);
      if (all.put(institution.id(), institution) != null) {
        throw new IllegalArgumentException(
            "institution " + institution.id() + ": twice (expected: once)");
      }
      if (inbox) {
        inboxes.add(institution.id());
      }
    }
    root.end();
    return new Institutions(all, inboxes);
  }

  public Optional<Institution> find(InstitutionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Empty also where the institution has not said that the registry may read on its behalf. */
  public Optional<Institution> findWithInbox(InstitutionId id) {
    return find(id).filter(institution -> inboxes.contains(institution.id()));
  }

  private static Institution institution(Members entry) {
    String id = entry.text("id");
    if (!ID.matcher(id).matches() || id.equals(Caller.CLIENT_PAGE.value())) {
      throw new IllegalArgumentException(
          "id: " + id + " (expected: " + ID.pattern() + ", and not the client page's)");
    }
    InstitutionKind kind = InstitutionKind.ofCode(entry.text("kind"));
    Optional<URI> adapter = entry.optionalText("adapter").map(Institutions::adapter);
    Map<String, ECPublicKey> keys =
        entry.has("signingKeys") ? keys(id, entry.json("signingKeys")) : Map.of();
    Set<EvidenceLevel> witnessed = witnessed(entry);
    entry.end();
    return new Institution(new InstitutionId(id), kind, adapter, keys, witnessed);
  }

  /** Left out: all there are. */
  private static Set<EvidenceLevel> witnessed(Members entry) {
    Set<EvidenceLevel> levels = EnumSet.of(EvidenceLevel.ASSISTED, EvidenceLevel.PAPER);
    if (entry.has("witnessed")) {
      Set<EvidenceLevel> named = EnumSet.noneOf(EvidenceLevel.class);
      entry.texts("witnessed").forEach(code -> named.add(EvidenceLevel.ofCode(code)));
      if (!levels.containsAll(named)) {
        throw new IllegalArgumentException("witnessed: passkey (expected: of assisted, paper)");
      }
      levels.retainAll(named);
    }
    return levels;
  }

  private static URI adapter(String text) {
    URI uri = URI.create(text);
    boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null || !bare) {
      throw new IllegalArgumentException("adapter: " + text + " (expected: an https base URL)");
    }
    return URI.create(text.replaceFirst("/+$", ""));
  }

  private static Map<String, ECPublicKey> keys(String institution, String jwks) {
    Map<String, ECPublicKey> keys = new HashMap<>();
    try {
      for (JWK key : JWKSet.parse(jwks).getKeys()) {
        boolean usable =
            key instanceof ECKey ec
                && Curve.P_256.equals(ec.getCurve())
                && !key.isPrivate()
                && key.getKeyID() != null;
        if (!usable || keys.put(key.getKeyID(), key.toECKey().toECPublicKey()) != null) {
          throw new IllegalArgumentException(
              "signingKeys of "
                  + institution
                  + ": an unusable key (expected: public, EC P-256, with a kid of its own)");
        }
      }
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException(
          "signingKeys of " + institution + ": unreadable (expected: a JWK set)", e);
    }
    return keys;
  }
}
