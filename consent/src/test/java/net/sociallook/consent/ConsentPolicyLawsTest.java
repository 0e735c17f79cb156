package net.sociallook.consent;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentPolicyLawsTest {
  private static final int WORLDS = 20_000;
  private static final long SEED = 20180412;

  static Stream<Laws.Law> laws() {
    return Laws.all().stream();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theDecisionKeeps(Laws.Law law) {
    firstBreak(law, ConsentPolicy::decide).ifPresent(world -> fail(law + ": broken by " + world));
  }

  @Test
  void theWorldsAreNotAllAlike() {
    Worlds worlds = new Worlds(new Random(SEED));
    long permits =
        IntStream.range(0, WORLDS)
            .mapToObj(i -> worlds.next())
            .filter(w ->
                ConsentPolicy.decide(w.request(), w.consents(), w.now()) instanceof Decision.Permit)
            .count();
    assertTrue(permits > WORLDS / 100, "permits: " + permits + " of " + WORLDS);
  }

  /** Each mutant leaves one rule out; the laws must notice. */
  record Mutant(String name, Laws.Decider decider) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mutant> mutants() {
    return Stream.of(
        new Mutant(
            "ignores blocks",
            (request, consents, now) ->
                ConsentPolicy.decide(
                    request, new Consents(consents.grants(), List.of(), consents.links()), now)),
        new Mutant(
            "ignores withdrawal",
            (request, consents, now) -> ConsentPolicy.decide(request, alive(consents), now)),
        new Mutant("ignores the time", (request, consents, now) -> anyTime(request, consents)),
        new Mutant(
            "permits without a grant",
            (request, consents, now) ->
                new Decision.Permit(
                    new Basis.OwnAccess(new Link(request.client(), request.holder())))),
        new Mutant(
            "looks at the first grant only",
            (request, consents, now) ->
                ConsentPolicy.decide(
                    request,
                    new Consents(
                        consents.grants().stream().limit(1).toList(),
                        consents.blocks(),
                        consents.links()),
                    now)),
        new Mutant(
            "mixes clients up",
            (request, consents, now) ->
                ConsentPolicy.decide(request, forClientOf(request, consents), now)));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theLawsCatchAPolicyThat(Mutant mutant) {
    assertTrue(
        laws().anyMatch(law -> firstBreak(law, mutant.decider()).isPresent()), mutant.name());
  }

  private static Optional<Worlds.World> firstBreak(Laws.Law law, Laws.Decider decider) {
    Worlds worlds = new Worlds(new Random(SEED));
    return IntStream.range(0, WORLDS)
        .mapToObj(i -> worlds.next())
        .filter(world -> !law.check().holds(decider, world, worlds))
        .findFirst();
  }

  private static Consents alive(Consents consents) {
    return new Consents(
        consents.grants().stream()
            .map(g -> new Grant(g.version(), g.parties(), g.provisions(), Optional.empty()))
            .toList(),
        consents.blocks(),
        consents.links());
  }

  private static Consents forClientOf(AccessRequest request, Consents consents) {
    return new Consents(
        consents.grants().stream()
            .map(g ->
                new Grant(
                    g.version(),
                    new Grant.Parties(request.client(), g.parties().recipient()),
                    g.provisions(),
                    g.withdrawnAt()))
            .toList(),
        consents.blocks(),
        consents.links());
  }

  /** When a provision begins it holds, if it ever does. */
  private static Decision anyTime(AccessRequest request, Consents consents) {
    return consents.grants().stream()
        .flatMap(grant -> grant.provisions().all().stream())
        .map(provision -> provision.limits().period().start())
        .map(start -> ConsentPolicy.decide(request, consents, start))
        .filter(Decision.Permit.class::isInstance)
        .findFirst()
        .orElse(new Decision.Deny(Reason.NO_GRANT));
  }
}
