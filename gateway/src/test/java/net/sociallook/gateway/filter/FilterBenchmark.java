package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What filtering a searchset costs, beside a mere scan of its tokens by Jackson. Not run by the
 * build; {@code docs/performance.md} has the command.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FilterBenchmark {
  private static final int CHUNK = 16 * 1024;

  @Param({"10", "100", "1000", "10000"})
  int entries;

  private final JsonFactory factory = new JsonFactory();
  private final Terms terms = Answers.granted();
  private byte[] answer = {};

  @Setup
  public void prepare() {
    answer = Answers.bytes(Answers.documents(entries));
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

  @Benchmark
  public int jacksonScan() {
    int tokens = 0;
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), answer)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  @Test
  void measure() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(FilterBenchmark.class.getName())
                .addProfiler(CpuTimeProfiler.class)
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }
}
