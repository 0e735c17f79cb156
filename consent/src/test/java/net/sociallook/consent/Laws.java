package net.sociallook.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The laws of the decision, as predicates over worlds, for any decider that claims to keep them.
 */
final class Laws {
  private Laws() {}

  /** What is held against the laws: {@link ConsentPolicy}, or a mutant of it. */
  interface Decider {
    Decision decide(AccessRequest request, Consents consents, Instant now);
  }

  record Law(String name, Check check) {
    interface Check {
      boolean holds(Decider decider, Worlds.World world, Worlds more);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Law> all() {
    return List.of(
        new Law(
            "no grant denies", (decider, world, more) -> !permits(decider, world.with(List.of()))),
        new Law("the order of grants is irrelevant", Laws::orderIsIrrelevant),
        new Law(
            "removing a grant of another pair of parties changes nothing",
            Laws::othersAreInvisible),
        new Law("taking a provision away never widens", Laws::removingNeverWidens),
        new Law("narrowing a provision never widens", Laws::narrowingNeverWidens),
        new Law(
            "a block never widens",
            (decider, world, more) ->
                permits(decider, world) || !permits(decider, world.withBlock(more.block()))),
        new Law(
            "a block on everything denies",
            (decider, world, more) -> !permits(decider, world.withBlock(new Block.Everything()))),
        new Law("a permit names provisions that cover the request now", Laws::basisCovers),
        new Law(
            "a withdrawn grant denies",
            (decider, world, more) ->
                !permits(
                    decider,
                    world.with(world.consents().grants().stream().map(Laws::withdrawn).toList()))));
  }

  private static boolean orderIsIrrelevant(Decider decider, Worlds.World world, Worlds more) {
    List<Grant> shuffled = new ArrayList<>(world.consents().grants());
    Collections.shuffle(shuffled, new Random(more.random().nextLong()));
    // two grants of one id and version contradict each other; which counts is not defined
    return hasTwins(world) || decide(decider, world).equals(decide(decider, world.with(shuffled)));
  }

  private static boolean hasTwins(Worlds.World world) {
    return world.consents().grants().stream().map(Grant::version).distinct().count()
        != world.consents().grants().size();
  }

  private static boolean othersAreInvisible(Decider decider, Worlds.World world, Worlds more) {
    Predicate<Grant> mine = grant -> grant.parties().equals(world.request().parties());
    List<Grant> own = world.consents().grants().stream().filter(mine).toList();
    return isTangled(world) || decide(decider, world).equals(decide(decider, world.with(own)));
  }

  /**
   * One grant id belongs to one pair of parties; a world where it does not says nothing about this
   * law.
   */
  private static boolean isTangled(Worlds.World world) {
    return world.consents().grants().stream()
        .anyMatch(a ->
            world.consents().grants().stream()
                .anyMatch(b ->
                    a.version().grant().equals(b.version().grant())
                        && !a.parties().equals(b.parties())));
  }

  private static boolean removingNeverWidens(Decider decider, Worlds.World world, Worlds more) {
    Worlds.World less = changedAt(world, more, provision -> Optional.empty());
    return permits(decider, world) || !permits(decider, less);
  }

  private static boolean narrowingNeverWidens(Decider decider, Worlds.World world, Worlds more) {
    Provision other = more.provision();
    Worlds.World less =
        changedAt(
            world,
            more,
            mine -> {
              Limits tight =
                  new Limits(mine.limits().period(), Confidentiality.U, other.limits().narrowing());
              Provision narrowed =
                  new Provision(mine.permission(), mine.holder(), mine.purpose(), tight);
              return narrowed.liesWithin(mine) ? Optional.of(narrowed) : Optional.of(mine);
            });
    return permits(decider, world) || !permits(decider, less);
  }

  private static boolean basisCovers(Decider decider, Worlds.World world, Worlds more) {
    return switch (decide(decider, world)) {
      case Decision.Deny deny -> true;
      case Decision.Permit(Basis.OwnAccess own) -> false;
      case Decision.Permit(Basis.Granted granted) ->
          granted.provisions().stream().allMatch(provision -> covers(provision, world))
              && world.consents().grants().stream()
                  .filter(grant -> grant.version().equals(granted.version()))
                  .filter(grant -> grant.parties().equals(world.request().parties()))
                  .anyMatch(grant -> grant.provisions().all().containsAll(granted.provisions()));
    };
  }

  private static boolean covers(Provision provision, Worlds.World world) {
    Narrowing narrowing = provision.limits().narrowing();
    Requester requester = world.request().requester();
    Period period = provision.limits().period();
    return provision.permission().covers(world.request().operation())
        && provision.holder().equals(world.request().holder())
        && provision.purpose() == world.request().act().purpose()
        && !world.now().isBefore(period.start())
        && world.now().isBefore(period.end())
        && (narrowing.caseworker().isEmpty()
            || narrowing.caseworker().get().equals(requester.caseworker()))
        && (narrowing.team().isEmpty() || narrowing.team().equals(requester.team()));
  }

  private static Grant withdrawn(Grant grant) {
    return new Grant(grant.version(), grant.parties(), grant.provisions(), Optional.of(Worlds.DAY));
  }

  private interface Change {
    Optional<Provision> of(Provision provision);
  }

  private static Worlds.World changedAt(Worlds.World world, Worlds more, Change change) {
    int at = more.random().nextInt(world.consents().grants().size());
    List<Grant> grants = new ArrayList<>(world.consents().grants());
    Grant old = grants.get(at);
    List<Provision> provisions = new ArrayList<>(old.provisions().all());
    int which = more.random().nextInt(provisions.size());
    change.of(provisions.remove(which)).ifPresent(provisions::add);
    grants.set(
        at, new Grant(old.version(), old.parties(), new Provisions(provisions), old.withdrawnAt()));
    return world.with(grants);
  }

  private static Decision decide(Decider decider, Worlds.World world) {
    return decider.decide(world.request(), world.consents(), world.now());
  }

  private static boolean permits(Decider decider, Worlds.World world) {
    return decide(decider, world) instanceof Decision.Permit;
  }
}
