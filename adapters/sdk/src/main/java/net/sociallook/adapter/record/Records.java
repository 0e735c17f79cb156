package net.sociallook.adapter.record;

/**
 * A kind of data that can be searched. Every such kind extends this interface with its own record
 * and query, so that the SDK treats all kinds alike.
 *
 * @param <R> a record, which says whom it is about, if it is about anybody
 * @param <Q> the filters of a search; a record that does not match all of them is not answered
 */
public interface Records<R extends Item, Q> extends Source<R> {
  /**
   * The records about one client that match the query, in an order that changes of the data disturb
   * as little as possible: what was there all the time appears exactly once on the pages. Of kinds
   * that are about nobody (slots, schedules): those that may be offered to this client.
   *
   * @param client the existing system's own id of the client
   * @param page how many records at most, and after which position
   */
  Page<R> search(String client, Q query, PageRequest page);
}
