package net.sociallook.registry.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that the registry itself makes. */
public sealed interface LedgerEntry {

  /**
   * A request for a token was refused. What the caller wrote is kept as it is, because the client
   * is to see it, so it is cut to {@value #LONGEST} characters.
   *
   * @param institution id of the caller, known by its certificate
   * @param caseworker id as asked; null when none was named
   * @param pseudonym of the client at the institution, as asked; null when none was named
   * @param holder id as asked; null when none was named
   * @param purpose code as asked; null when none was named
   * @param permissions codes as asked; at most 20 are kept
   * @param reason stable code, shown to the client
   */
  record TokenRefused(
      String institution,
      @Nullable String caseworker,
      @Nullable String pseudonym,
      @Nullable String holder,
      @Nullable String purpose,
      List<String> permissions,
      String reason)
      implements LedgerEntry {
    private static final int LONGEST = 128;

    public TokenRefused {
      caseworker = cut(caseworker);
      pseudonym = cut(pseudonym);
      holder = cut(holder);
      purpose = cut(purpose);
      permissions = permissions.stream().limit(20).map(TokenRefused::cutText).toList();
    }

    private static @Nullable String cut(@Nullable String text) {
      return text == null ? null : cutText(text);
    }

    private static String cutText(String text) {
      // PostgreSQL cannot store U+0000 in text.
      String storable = text.replace('\u0000', '\uFFFD');
      return storable.substring(0, Math.min(LONGEST, storable.length()));
    }
  }

  /**
   * Something was done about a client at an institution's desk.
   *
   * @param id of the record
   */
  record AtDesk(UUID id, UUID client, By by, Done done) implements LedgerEntry {}

  /**
   * Who did it.
   *
   * @param proof code of how it is known that it was this caseworker
   * @param pseudonym of the client at the institution; null where she has none yet
   */
  record By(String institution, String caseworker, String proof, @Nullable String pseudonym) {}

  /**
   * What was done.
   *
   * @param recipient whose grant it is about, or with whom the client was linked; null where it is
   *     about everybody's, or the institution itself
   * @param permissions codes, of what was captured or dropped
   * @param witness id of who else was there; null where nobody had to be
   * @param capture null where nothing was captured
   * @param narrowing what was narrowed to, by names of the registry's contract; null where nothing
   */
  record Done(
      DeskAct act,
      @Nullable String recipient,
      List<String> permissions,
      @Nullable String witness,
      @Nullable Captured capture,
      @Nullable Map<String, String> narrowing) {}

  /**
   * @param signedOn on paper: the day beside the client's signature
   * @param version of the grant; null before there is one
   */
  record Captured(
      UUID id, String level, @Nullable LocalDate signedOn, UUID grant, @Nullable Integer version) {}
}
