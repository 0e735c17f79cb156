package net.sociallook.adapter.fhir;

import java.util.Optional;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Records;

/**
 * One client's records of any kind. Whatever an integrator's code answers, nothing about another
 * client comes through here.
 */
record OwnRecords<R extends Item, Q>(Records<R, Q> records, String client) {
  private static final String ID = "[A-Za-z0-9.-]{1,60}";

  /**
   * @throws IllegalStateException if the answer holds a record of another client, too many, or one
   *     with an id that FHIR does not know: a defect, and nothing of the page is answered
   */
  Page<R> search(Q query, PageRequest wanted) {
    Page<R> page = records.search(client, query, wanted);
    if (page.items().size() > wanted.count()) {
      throw new IllegalStateException(
          "page: " + page.items().size() + " (expected: at most " + wanted.count() + ")");
    }
    for (R item : page.items()) {
      if (!concerns(item)) {
        throw new IllegalStateException("search: answered a record of another client");
      }
      if (!item.id().matches(ID)) {
        throw new IllegalStateException("search: answered an id (expected: " + ID + ")");
      }
    }
    return page;
  }

  /** The client's record with this id; one of another client is as good as none. */
  Optional<R> read(String id) {
    return records.read(id).filter(item -> concerns(item) && item.id().equals(id));
  }

  /** Slots and schedules are about nobody; everything else is about one client. */
  private boolean concerns(R item) {
    return !(item instanceof ClientRecord record) || record.client().equals(client);
  }
}
