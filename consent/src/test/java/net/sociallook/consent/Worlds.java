package net.sociallook.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Random worlds of few names, so that what should meet often meets. The same seed gives the same
 * worlds.
 *
 * @param random the only source of chance
 */
record Worlds(RandomGenerator random) {
  static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<String> CLIENTS = List.of("jonas", "mia");
  private static final List<String> INSTITUTIONS = List.of("jobcenter", "youth-office", "horizont");
  private static final List<String> CASEWORKERS = List.of("weber", "schulz");
  private static final List<String> TEAMS = List.of("u25", "benefits");
  private static final List<String> DOCUMENTS = List.of("d1", "d2");

  /** A request with all that is allowed, at an instant. */
  record World(AccessRequest.ByInstitution request, Consents consents, Instant now) {
    World with(List<Grant> grants) {
      return new World(request, new Consents(grants, consents.blocks(), consents.links()), now);
    }

    World withBlock(Block block) {
      List<Block> blocks = Stream.concat(consents.blocks().stream(), Stream.of(block)).toList();
      return new World(request, new Consents(consents.grants(), blocks, consents.links()), now);
    }
  }

  World next() {
    List<Grant> grants = times(3, this::grant);
    List<Block> blocks = random.nextInt(4) == 0 ? times(1, this::block) : List.of();
    return new World(request(), new Consents(grants, blocks, Set.of()), instant());
  }

  AccessRequest.ByInstitution request() {
    InstitutionId recipient = new InstitutionId(one(INSTITUTIONS));
    Requester requester =
        new Requester(
            recipient,
            one(InstitutionKind.values()),
            new CaseworkerId(one(CASEWORKERS)),
            maybe(() -> new TeamId(one(TEAMS))));
    Operation operation =
        random.nextBoolean()
            ? new Operation(ResourceType.DOCUMENT_REFERENCE, Interaction.SEARCH)
            : new Operation(one(ResourceType.values()), one(Interaction.values()));
    return new AccessRequest.ByInstitution(
        new Grant.Parties(new ClientId(one(CLIENTS)), recipient),
        requester,
        new InstitutionId(one(INSTITUTIONS)),
        new AccessRequest.Act(
            operation, random.nextInt(8) == 0 ? Purpose.OWN_ACCESS : Purpose.CARE_COORDINATION));
  }

  Grant grant() {
    return new Grant(
        new Grant.Version(new GrantId("g" + random.nextInt(3)), 1 + random.nextInt(3)),
        new Grant.Parties(new ClientId(one(CLIENTS)), new InstitutionId(one(INSTITUTIONS))),
        new Provisions(times(3, this::provision)),
        random.nextInt(6) == 0 ? Optional.of(DAY) : Optional.empty());
  }

  Provision provision() {
    Narrowing narrowing =
        new Narrowing(
            rarely(() -> new ResourceId(one(DOCUMENTS))),
            rarely(() -> new TeamId(one(TEAMS))),
            rarely(() -> new CaseworkerId(one(CASEWORKERS))));
    Permission permission =
        random.nextBoolean() ? Permission.DOCUMENTS_READ : one(Permission.values());
    return new Provision(
        permission,
        new InstitutionId(one(INSTITUTIONS)),
        Purpose.CARE_COORDINATION,
        new Limits(period(), one(Confidentiality.values()), narrowing));
  }

  Block block() {
    return switch (random.nextInt(5)) {
      case 0 -> new Block.Everything();
      case 1 -> new Block.Institution(new InstitutionId(one(INSTITUTIONS)));
      case 2 ->
          new Block.Document(new InstitutionId(one(INSTITUTIONS)), new ResourceId(one(DOCUMENTS)));
      case 3 -> new Block.Person(new CaseworkerId(one(CASEWORKERS)));
      default -> new Block.Sensitivity("SUD");
    };
  }

  ResourceFacts facts() {
    Set<String> sensitivities = random.nextInt(4) == 0 ? Set.of("SUD") : Set.of();
    return new ResourceFacts(
        new ResourceFacts.Kind.Plain(ResourceType.DOCUMENT_REFERENCE),
        new ResourceId(one(DOCUMENTS)),
        Optional.of(new ClientId(one(CLIENTS))),
        new Labels(one(Confidentiality.values()), sensitivities));
  }

  private Period period() {
    Instant start = instant().minus(Duration.ofDays(random.nextInt(200)));
    return new Period(start, start.plus(Duration.ofDays(1 + random.nextInt(360))));
  }

  private Instant instant() {
    return DAY.plus(Duration.ofDays(random.nextInt(300)));
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private <T> List<T> times(int most, Supplier<T> make) {
    return Stream.generate(make).limit(1 + random.nextInt(most)).toList();
  }

  private <T> Optional<T> maybe(Supplier<T> make) {
    return random.nextBoolean() ? Optional.of(make.get()) : Optional.empty();
  }

  private <T> Optional<T> rarely(Supplier<T> make) {
    return random.nextInt(5) == 0 ? Optional.of(make.get()) : Optional.empty();
  }
}
