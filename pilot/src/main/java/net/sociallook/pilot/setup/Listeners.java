package net.sociallook.pilot.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sociallook.pilot.process.Listening;
import net.sociallook.pilot.process.PostgresPart;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.state.Ports;

/** Where each process of a pilot listens. */
public record Listeners(Setup setup) {

  Listening registry() {
    Ports ports = setup.ports();
    int management = ports.registryManagement();
    return Listening.with(
        List.of(ports.browser(), ports.institutions(), ports.gateways(), management),
        management,
        "/health");
  }

  /**
   * @param node from 1
   */
  Listening gateway(int node) {
    Ports ports = setup.ports();
    int management = ports.gatewayManagement(node);
    return Listening.with(List.of(ports.gateway(node), management), management, "/actuator/health");
  }

  Listening adapters(SystemKind kind) {
    return all(
        kind,
        one -> {
          int management = setup.ports().adapterManagement(setup.number(one.id()));
          return Listening.with(
              List.of(setup.ports().adapter(setup.number(one.id())), management),
              management,
              "/health");
        });
  }

  /** On the loopback address alone. */
  Listening systems(SystemKind kind) {
    return all(
        kind,
        one -> {
          int port = setup.ports().system(setup.number(one.id()));
          return Listening.with(List.of(port), port, "/health");
        });
  }

  private Listening all(SystemKind kind, Function<Institution, Listening> one) {
    return setup.institutions(kind).stream().map(one).reduce(Listening.NOWHERE, Listening::and);
  }

  /**
   * Every port of a pilot, with the process that listens there.
   *
   * @param embedded whether PostgreSQL is one of them
   */
  public Map<Integer, String> byPort(int gateways, boolean embedded) {
    Map<Integer, String> all = new LinkedHashMap<>();
    if (embedded) {
      all.put(setup.ports().postgres(), PostgresPart.NAME);
    }
    put(all, RegistrySetup.NAME, registry());
    for (int node = 1; node <= gateways; node++) {
      put(all, GatewaySetup.NAME + node, gateway(node));
    }
    for (SystemKind kind : SystemKind.values()) {
      put(all, kind.adapterName(), adapters(kind));
      if (kind.isSimulated()) {
        put(all, kind.systemName(), systems(kind));
      }
    }
    return all;
  }

  private static void put(Map<Integer, String> all, String process, Listening listening) {
    listening.ports().forEach(port -> all.put(port, process));
  }
}
