package net.sociallook.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a decision costs. Not run by the build; {@code docs/performance.md} has the command.
 *
 * <p>One grant is what a gateway decides on, taken from a token; several are what the registry has
 * before it when it explains.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecideBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final ClientId CLIENT = new ClientId("c-1");
  private static final InstitutionId RECIPIENT = new InstitutionId("jobcenter");
  private static final InstitutionId HOLDER = new InstitutionId("youth-office");
  private static final Limits LIMITS =
      new Limits(
          new Period(NOW.minusSeconds(60), NOW.plusSeconds(60)), Confidentiality.N, Narrowing.NONE);

  @Param({"1", "4"})
  int grants;

  private final AccessRequest reading = request(ResourceType.DOCUMENT_REFERENCE);
  private final AccessRequest notGranted = request(ResourceType.GOAL);
  private final ResourceFacts document =
      new ResourceFacts(
          new ResourceFacts.Kind.Plain(ResourceType.DOCUMENT_REFERENCE),
          new ResourceId("d-1"),
          Optional.of(CLIENT),
          Labels.NONE);
  private Consents consents = new Consents(List.of(), List.of(), Set.of());
  private Admission admission = admit(consents);

  @Setup
  public void prepare() {
    List<Grant> all = new ArrayList<>();
    for (int i = 1; i <= grants; i++) {
      InstitutionId recipient = i == 1 ? RECIPIENT : new InstitutionId("provider-" + i);
      all.add(
          new Grant(
              new Grant.Version(new GrantId("g-" + i), 3),
              new Grant.Parties(CLIENT, recipient),
              new Provisions(
                  List.of(
                      provision(Permission.MESSAGES),
                      provision(Permission.APPOINTMENTS_ARRANGE),
                      provision(Permission.DOCUMENTS_READ))),
              Optional.empty()));
    }
    List<Block> blocks =
        List.of(new Block.Sensitivity("SUD"), new Block.Document(HOLDER, new ResourceId("d-2")));
    consents = new Consents(all, blocks, Set.of());
    admission = admit(consents);
  }

  private static Provision provision(Permission permission) {
    return new Provision(permission, HOLDER, Purpose.CARE_COORDINATION, LIMITS);
  }

  private static AccessRequest request(ResourceType type) {
    return new AccessRequest.ByInstitution(
        new Grant.Parties(CLIENT, RECIPIENT),
        new Requester(
            RECIPIENT,
            InstitutionKind.BENEFIT_AUTHORITY,
            new CaseworkerId("cw-1"),
            Optional.empty()),
        HOLDER,
        new AccessRequest.Act(new Operation(type, Interaction.SEARCH), Purpose.CARE_COORDINATION));
  }

  private Admission admit(Consents on) {
    Basis basis =
        new Basis.Granted(
            new Grant.Version(new GrantId("g-1"), 3),
            List.of(provision(Permission.DOCUMENTS_READ)));
    return new Admission(reading, basis, on.blocks());
  }

  @Benchmark
  public Decision permit() {
    return ConsentPolicy.decide(reading, consents, NOW);
  }

  @Benchmark
  public Decision deny() {
    return ConsentPolicy.decide(notGranted, consents, NOW);
  }

  @Benchmark
  public Decision release() {
    return ConsentPolicy.release(document, admission, NOW);
  }

  @Test
  void measure() throws RunnerException {
    new Runner(new OptionsBuilder().include(DecideBenchmark.class.getName()).build()).run();
  }
}
