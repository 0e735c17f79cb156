/** The kinds of data "referrals" and "tasks", as an integrator gives them to the SDK. */
@NullMarked
package net.sociallook.adapter.referral;

import org.jspecify.annotations.NullMarked;
