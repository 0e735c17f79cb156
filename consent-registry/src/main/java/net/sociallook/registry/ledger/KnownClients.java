package net.sociallook.registry.ledger;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.Pseudonyms;
import org.jspecify.annotations.Nullable;

/** Whom a record is about, as far as that can be told. */
public final class KnownClients {
  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

  private final Pseudonyms pseudonyms;

  KnownClients(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Empty for a missing, malformed or unknown pseudonym. */
  public Optional<UUID> client(@Nullable String institution, @Nullable String pseudonym) {
    return institution == null || pseudonym == null || !PSEUDONYM.matcher(pseudonym).matches()
        ? Optional.empty()
        : pseudonyms.clientOf(new InstitutionId(institution), pseudonym);
  }
}
