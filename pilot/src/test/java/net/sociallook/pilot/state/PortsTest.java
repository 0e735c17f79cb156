package net.sociallook.pilot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 20_000})
  void noPortIsGivenTwice(int base) {
    List<Integer> all = all(new Ports(base));
    assertEquals(all.size(), Set.copyOf(all).size());
  }

  @Test
  void theyStayWithinTheirRange() {
    assertTrue(
        all(new Ports(20_000)).stream()
            .allMatch(port -> port >= 20_000 && port < 20_000 + Ports.RANGE));
  }

  private static List<Integer> all(Ports ports) {
    Stream<Integer> single =
        Stream.of(
            ports.postgres(),
            ports.browser(),
            ports.institutions(),
            ports.gateways(),
            ports.registryManagement());
    Stream<Integer> gateways =
        IntStream.rangeClosed(1, 8)
            .boxed()
            .flatMap(node -> Stream.of(ports.gateway(node), ports.gatewayManagement(node)));
    Stream<Integer> institutions =
        IntStream.rangeClosed(1, 10)
            .boxed()
            .flatMap(one ->
                Stream.of(ports.adapter(one), ports.adapterManagement(one), ports.system(one)));
    return Stream.concat(single, Stream.concat(gateways, institutions)).toList();
  }
}
