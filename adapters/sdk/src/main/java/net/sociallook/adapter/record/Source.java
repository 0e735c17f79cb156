package net.sociallook.adapter.record;

import java.util.Optional;

/**
 * One kind of data of an existing system. Implementations are called by many threads at once. What
 * the SDK asks for has been decided already: they need not, and cannot, know of consent. They
 * translate: codes, ids, dates.
 *
 * <p>When the existing system cannot be reached, every method throws {@link
 * java.io.UncheckedIOException}; the caller gets 503. Any other exception is a defect and becomes
 * 500 without detail.
 */
public interface Source<R extends Item> {
  /** The record with this id, of whatever client; empty where there is none. */
  Optional<R> read(String id);

  /** Whether the existing system answers at present; asked by the health check. */
  boolean isReachable();
}
