package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.List;
import net.sociallook.consent.ResourceFacts;

/** Counts what is judged, and what of it was given out. */
final class Count {
  private final List<Tally.Released> named = new ArrayList<>();
  private int released;
  private int withheld;
  private Tally givenOut = Tally.NOTHING;

  void released(ResourceFacts facts) {
    released++;
    if (named.size() < Tally.NAMED) {
      named.add(new Tally.Released(facts.kind().type(), facts.id()));
    }
  }

  void withheld(int more) {
    withheld += more;
  }

  boolean isNothingReleased() {
    return released == 0;
  }

  /** All that was counted has now been given out. */
  void giveOut() {
    if (givenOut.releasedCount() != released || givenOut.withheldCount() != withheld) {
      givenOut = new Tally(named, released, withheld);
    }
  }

  Tally givenOut() {
    return givenOut;
  }
}
