package net.sociallook.gateway.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes own-access tokens as the registry does, and every deviation from them. */
public final class OwnTokenForge {
  public static final String PAGE = "client-page";

  private OwnTokenForge() {}

  public static String token(TokenForge forge, String thumbprint) {
    return token(forge, thumbprint, draft -> {});
  }

  public static String token(
      TokenForge forge, String thumbprint, Consumer<TokenForge.Draft> change) {
    TokenForge.Draft draft = draft(forge, thumbprint);
    change.accept(draft);
    return forge.seal(draft);
  }

  public static TokenForge.Draft draft(TokenForge forge, String thumbprint) {
    TokenForge.Draft draft = forge.draft(thumbprint);
    Instant now = Instant.ofEpochSecond((Long) draft.claims.get("iat"));
    String session = UUID.randomUUID().toString();
    draft.header.put("typ", "sociallook-own-access+jwt");
    List.of("scope", "grant", "authorization_details", "extensions").forEach(draft.claims::remove);
    draft.claims.put("sub", PAGE);
    draft.claims.put("client_id", PAGE);
    draft.claims.put("exp", now.getEpochSecond() + 60);
    draft.claims.put("purpose", "PATRQT");
    draft.claims.put("session", new LinkedHashMap<>(Map.of("id", session, "read_at", 48211)));
    draft.document.clear();
    draft.document.put("type", "https://sociallook.net/own-access/v1");
    draft.document.put("session", session);
    draft.document.put("issued", now.minusSeconds(600).toString());
    draft.document.put("expires", now.plusSeconds(1200).toString());
    draft.document.put("nonce", Jws.base64(new byte[32]));
    return draft;
  }

  /** Turns it into a preview of what a consent token would let its bearer see. */
  public static void preview(TokenForge.Draft own, TokenForge.Draft consent) {
    Map<String, Object> preview = new LinkedHashMap<>();
    preview.put("recipient", consent.claims.get("sub"));
    preview.put("caseworker", consent.asker().get("person_id"));
    if (consent.asker().containsKey("team")) {
      preview.put("team", consent.asker().get("team"));
    }
    preview.put(
        "authorization_details",
        new ArrayList<>((List<?>) consent.claims.get("authorization_details")));
    own.claims.put("preview", preview);
    own.routing.put("blocks", consent.routing.get("blocks"));
  }
}
