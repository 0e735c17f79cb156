package net.sociallook.adapter.referral;

import java.util.Set;
import net.sociallook.adapter.record.TimeRange;

/** Which referrals are wanted. A set that is empty does not filter. */
public record ReferralQuery(Set<ReferralStatus> status, TimeRange lastUpdated) {
  public static final ReferralQuery ALL = new ReferralQuery(Set.of(), TimeRange.ALWAYS);

  public ReferralQuery {
    status = Set.copyOf(status);
  }
}
