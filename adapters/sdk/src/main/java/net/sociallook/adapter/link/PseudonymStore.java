package net.sociallook.adapter.link;

import java.util.Optional;

/**
 * Whom each pseudonym means in the existing system. Several pseudonyms may mean the same client
 * (while one replaces another), one pseudonym never means two. Safe for many threads.
 *
 * <p>What a method has answered is durable. If it cannot be made so, the method throws {@link
 * java.io.UncheckedIOException}, and what holds is open until the next start.
 */
public interface PseudonymStore extends AutoCloseable {
  /** The existing system's own id of the client; empty where the pseudonym is not known. */
  Optional<String> localId(Pseudonym pseudonym);

  Linked link(Pseudonym pseudonym, String localId);

  /** Forgets the pseudonym; false where it was not known. */
  boolean unlink(Pseudonym pseudonym);

  int size();

  @Override
  void close();

  /** What became of a link. */
  enum Linked {
    ADDED,
    /** It was there already, with this very local id. */
    UNCHANGED,
    /** The pseudonym means another client; nothing was changed. */
    TAKEN
  }
}
