package net.sociallook.registry.ledger;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record before it has a number.
 *
 * @param entry its id; of an outcome the intent's
 * @param client whom it is about, where that is known
 * @param body JSON
 */
public record Draft(
    Kind kind,
    UUID entry,
    Optional<UUID> client,
    Parties parties,
    Optional<Origin> origin,
    String body) {

  /** What is recorded. */
  public enum Kind {
    INTENT("intent"),
    OUTCOME("outcome"),
    TOKEN_REFUSED("token-refused"),
    DESK("desk");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * Whose views show it.
   *
   * @param recipient who asked
   * @param holder whose data were asked for
   * @param permitted whether they were opened
   */
  public record Parties(String recipient, @Nullable String holder, boolean permitted) {}

  /** The gateway node it comes from, and the lease the node had. */
  public record Origin(String node, UUID lease) {}

  /** Two drafts with one key are one record. */
  record Key(Kind kind, UUID entry) {}

  Key key() {
    return new Key(kind, entry);
  }
}
