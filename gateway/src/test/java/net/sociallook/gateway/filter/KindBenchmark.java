package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.ResourceType;
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
 * What filtering one entry of each kind costs, in short and in long answers. Not run by the build;
 * {@code docs/performance.md} has the command.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class KindBenchmark {
  private static final int CHUNK = 16 * 1024;

  @Param({
    "APPOINTMENT",
    "CARE_PLAN",
    "COMMUNICATION",
    "GOAL",
    "SCHEDULE",
    "SERVICE_REQUEST",
    "SLOT",
    "TASK"
  })
  ResourceType type = ResourceType.GOAL;

  @Param({"10", "10000"})
  int entries;

  private Terms terms = Answers.granted();
  private byte[] answer = {};

  /** The longest of the kind's cases that is released. */
  @Setup
  public void prepare() {
    String resource =
        KindCases.all().stream()
            .filter(one -> one.type() == type && !one.released().isEmpty())
            .filter(one -> one.recipient() == InstitutionKind.YOUTH_OFFICE)
            .map(KindCases.Case::given)
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();
    terms = KindCases.terms(type, InstitutionKind.YOUTH_OFFICE);
    answer =
        Answers.bytes(
            Answers.bundle(
                IntStream.range(0, entries)
                    .mapToObj(i -> resource.replace("\"x-1\"", "\"x-" + i + "\""))
                    .toList()));
  }

  @Benchmark
  public int filter() {
    SearchsetFilter filter = new SearchsetFilter(terms, Answers.ADDRESSES);
    int released = 0;
    for (int from = 0; from < answer.length; from += CHUNK) {
      int length = Math.min(CHUNK, answer.length - from);
      released += filter.feed(ByteBuffer.wrap(answer, from, length)).length;
    }
    return released + filter.finish().length;
  }

  @Test
  void measure() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(KindBenchmark.class.getName())
                .addProfiler(CpuTimeProfiler.class)
                .build())
        .run();
  }
}
