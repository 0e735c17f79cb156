package net.sociallook.adapter.assertion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one law of DESIGN section 8 that an adapter keeps (A2): a request that was held up on its way
 * for longer than its stamp lasts is not admitted, whatever any wall clock was set to meanwhile.
 */
final class StampLaw {
  private StampLaw() {}

  static Stamp stampOf(Reading reading) {
    return new Stamp(reading.boot(), reading.millis() + OwnTime.LIFE.toMillis());
  }

  /**
   * @param check under test, on these clocks
   * @param reading what the gateway got with the adapter's last answer
   * @throws AssertionError if the check breaks the law
   */
  static void check(AssertionCheck check, TwoClocks clocks, Reading reading) {
    SignedRequests requests = new SignedRequests();
    Stamp stamp = stampOf(reading);

    clocks.pass(900);
    assertThat(check.check(requests.with(stamp)))
        .as("in time")
        .isInstanceOf(Admission.Admitted.class);
    clocks.pass(600);
    assertThat(check.check(requests.with(stamp)))
        .as("500 ms late")
        .isInstanceOf(Admission.Refused.class);
    clocks.suspend(-900);
    assertThat(check.check(requests.with(stamp)))
        .as("late, and the wall clock was set back a little")
        .isInstanceOf(Admission.Refused.class);
    clocks.suspend(-60_000);
    assertThat(check.check(requests.with(stamp)))
        .as("late, and the wall clock was set back a minute")
        .isInstanceOf(Admission.Refused.class);
  }
}
