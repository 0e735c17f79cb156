package net.sociallook.adapter.message;

import java.util.Set;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.TimeRange;

/** Which messages are wanted. A set that is empty does not filter. */
public record MessageQuery(Set<CodeFilter> category, TimeRange sent, TimeRange lastUpdated) {
  public static final MessageQuery ALL =
      new MessageQuery(Set.of(), TimeRange.ALWAYS, TimeRange.ALWAYS);

  public MessageQuery {
    category = Set.copyOf(category);
  }
}
