package net.sociallook.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** "Lies within" must mean: whatever the inner allows, the outer allows. */
class LiesWithinTest {
  private static final int PAIRS = 200_000;

  @Test
  void whatLiesWithinNeverAllowsMore() {
    Worlds worlds = new Worlds(new Random(1));
    int pairs = 0;
    for (int i = 0; i < PAIRS; i++) {
      Provision inner = worlds.provision();
      Provision outer = worlds.provision();
      if (inner.liesWithin(outer)) {
        pairs++;
        checkNothingMore(worlds, inner, outer);
      }
    }
    assertTrue(pairs > 50, "pairs: " + pairs);
  }

  private static void checkNothingMore(Worlds worlds, Provision inner, Provision outer) {
    for (int i = 0; i < 50; i++) {
      AccessRequest.ByInstitution request = worlds.request();
      ResourceFacts facts = worlds.facts();
      Instant now = worlds.next().now();
      if (releases(inner, request, facts, now)) {
        assertTrue(releases(outer, request, facts, now), inner + " lies within " + outer);
      }
    }
  }

  private static boolean releases(
      Provision provision, AccessRequest.ByInstitution request, ResourceFacts facts, Instant now) {
    Grant grant =
        new Grant(
            new Grant.Version(new GrantId("g"), 1),
            request.parties(),
            new Provisions(List.of(provision)),
            java.util.Optional.empty());
    Consents consents = new Consents(List.of(grant), List.of(), java.util.Set.of());
    return ConsentPolicy.decide(request, consents, now) instanceof Decision.Permit permit
        && ConsentPolicy.release(facts, new Admission(request, permit.basis(), List.of()), now)
            instanceof Decision.Permit;
  }

  @Test
  void everyProvisionLiesWithinItself() {
    Worlds worlds = new Worlds(new Random(2));
    for (int i = 0; i < 1000; i++) {
      Provision provision = worlds.provision();
      assertTrue(provision.liesWithin(provision));
    }
  }

  @Test
  void agreeingOnGoalsContainsViewingThemAndNotTheOtherWayRound() {
    for (Permission one : Permission.values()) {
      for (Permission other : Permission.values()) {
        boolean contains =
            one == other || (one == Permission.GOALS_AGREE && other == Permission.GOALS_VIEW);
        assertEquals(contains, one.contains(other), one + " contains " + other);
      }
    }
  }

  @Test
  void nothingLiesWithinNothing() {
    Provisions none = new Provisions(List.of());
    Provisions some = new Provisions(List.of(new Worlds(new Random(3)).provision()));
    assertFalse(some.lieWithin(none));
    assertTrue(none.lieWithin(some));
  }

  @Test
  void aPeriodIsNeitherEmptyNorLongerThanTwelveMonths() {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    assertThrows(IllegalArgumentException.class, () -> new Period(start, start));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Period(start, Instant.parse("2027-03-01T00:00:01Z")));
    assertEquals(start, new Period(start, Instant.parse("2027-03-01T00:00:00Z")).start());
  }

  @Test
  void ownAccessCannotBeGranted() {
    Provision sample = new Worlds(new Random(4)).provision();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Provision(
                sample.permission(), sample.holder(), Purpose.OWN_ACCESS, sample.limits()));
  }
}
