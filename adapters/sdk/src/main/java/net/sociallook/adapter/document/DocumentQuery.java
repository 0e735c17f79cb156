package net.sociallook.adapter.document;

import java.util.Set;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.TimeRange;

/**
 * Which documents are wanted. A set that is empty does not filter; otherwise one of its values must
 * match.
 */
public record DocumentQuery(
    Set<DocumentStatus> status,
    Set<CodeFilter> type,
    Set<CodeFilter> category,
    TimeRange date,
    TimeRange lastUpdated) {
  public static final DocumentQuery ALL =
      new DocumentQuery(Set.of(), Set.of(), Set.of(), TimeRange.ALWAYS, TimeRange.ALWAYS);

  public DocumentQuery {
    status = Set.copyOf(status);
    type = Set.copyOf(type);
    category = Set.copyOf(category);
  }
}
