package net.sociallook.gateway.filter;

import static net.sociallook.gateway.filter.Answers.AT_HOLDER;
import static net.sociallook.gateway.filter.Answers.OTHER_CLIENT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own, with a small heap: feeds the filter one answer of ten thousand entries,
 * made as they are fed, every second one another client's. With an argument it is the wrong filter
 * that keeps what it has released.
 */
final class TenThousandEntries {
  static final int ENTRIES = 10_000;
  private static final String LONG = "Gespräch über die Ausbildung. ".repeat(700);

  private TenThousandEntries() {}

  public static void main(String[] arguments) {
    SearchsetFilter filter = Answers.searchset();
    List<byte[]> kept = new ArrayList<>();
    long bytes = 0;
    feed(filter, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[");
    for (int i = 0; i < ENTRIES; i++) {
      String client = i % 2 == 0 ? AT_HOLDER : OTHER_CLIENT;
      String entry = Answers.entry(Answers.document("akte-" + i, client, LONG));
      byte[] released = feed(filter, (i == 0 ? "" : ",") + entry);
      bytes += released.length;
      if (arguments.length > 0) {
        kept.add(released);
      }
    }
    feed(filter, "]}");
    filter.finish();
    System.out.printf(
        "%d released, %d withheld, %d MB%n",
        filter.tally().releasedCount(), filter.tally().withheldCount(), bytes / 1_000_000);
  }

  private static byte[] feed(SearchsetFilter filter, String text) {
    return filter.feed(ByteBuffer.wrap(Answers.bytes(text)));
  }
}
