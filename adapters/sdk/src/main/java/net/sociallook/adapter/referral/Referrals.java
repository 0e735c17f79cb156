package net.sociallook.adapter.referral;

import net.sociallook.adapter.record.Records;

/** The referrals of an existing system. */
public interface Referrals extends Records<Referral, ReferralQuery> {}
