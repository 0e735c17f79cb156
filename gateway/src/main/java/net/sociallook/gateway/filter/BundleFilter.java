package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters one Bundle of the holder: releases its first visible entries, as many as are wanted, and
 * only counts those behind them.
 */
final class BundleFilter {
  static final String HEAD = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"";
  private static final byte[] BEFORE_FIRST =
      (HEAD + ",\"entry\":[").getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEFORE_OTHERS = {','};

  private final SearchsetReader reader = new SearchsetReader(this::judge);
  private final EntryFilter entries;
  private final Output out;
  private final Count count;
  private final Seen seen;
  private final int most;
  private final List<Integer> ends = new ArrayList<>();
  private Passed.Span taken = Passed.Span.NONE;
  private Passed.Span whole = Passed.Span.NONE;
  private int hiddenBehind;

  /** What there is of our page. */
  record SoFar(Count count, Seen seen) {}

  BundleFilter(EntryFilter entries, Output out, SoFar page, int most) {
    this.entries = entries;
    this.out = out;
    count = page.count();
    seen = page.seen();
    this.most = most;
    seen.begin(most > 0);
  }

  /**
   * @return where in the output each entry ends that was released by this
   */
  List<Integer> read(ByteBuffer chunk) {
    ends.clear();
    reader.read(chunk);
    return List.copyOf(ends);
  }

  Passed end() {
    Passed passed = new Passed(taken, whole, reader.finish());
    if (passed.beyond() == 0) {
      // else they are looked at again, and counted then
      count.withheld(hiddenBehind);
    }
    return passed;
  }

  private void judge(Tape entry) {
    int mark = out.size();
    boolean wanted = taken.visible() < most;
    switch (filtered(entry, mark)) {
      case Verdict.Release release -> {
        whole = whole.withVisible();
        if (wanted) {
          taken = whole;
          count.released(release.candidate().facts());
          ends.add(out.size());
        } else {
          out.truncate(mark);
        }
      }
      case Verdict.Withhold withhold -> {
        whole = whole.withHidden();
        if (wanted) {
          count.withheld(1);
        } else {
          hiddenBehind++;
        }
      }
    }
  }

  private Verdict filtered(Tape entry, int mark) {
    Verdict verdict =
        entries.filter(entry, count.isNothingReleased() ? BEFORE_FIRST : BEFORE_OTHERS);
    if (verdict instanceof Verdict.Release release
        && !seen.isNew(
            release.candidate().facts().kind().type(), release.candidate().facts().id())) {
      out.truncate(mark);
      return Verdict.Withhold.UNJUDGED;
    }
    return verdict;
  }
}
