package net.sociallook.adapter.record;

import java.util.Optional;

/**
 * One kind of data of an existing system. Every kind that an integrator implements extends this
 * interface with its own record and query, so that the SDK treats all kinds alike.
 *
 * <p>Implementations are called by many threads at once. What the SDK asks for has been decided
 * already: they need not, and cannot, know of consent. They translate: codes, ids, dates.
 *
 * <p>When the existing system cannot be reached, every method throws {@link
 * java.io.UncheckedIOException}; the caller gets 503. Any other exception is a defect and becomes
 * 500 without detail.
 *
 * @param <R> a record, which says whom it is about
 * @param <Q> the filters of a search; a record that does not match all of them is not answered
 */
public interface Records<R extends ClientRecord, Q> {
  /**
   * The records about one client that match the query, in an order that changes of the data disturb
   * as little as possible: what was there all the time appears exactly once on the pages.
   *
   * @param client the existing system's own id of the client
   * @param page how many records at most, and after which position
   */
  Page<R> search(String client, Q query, PageRequest page);

  /** The record with this id, of whatever client; empty where there is none. */
  Optional<R> read(String id);

  /** Whether the existing system answers at present; asked by the health check. */
  boolean isReachable();
}
