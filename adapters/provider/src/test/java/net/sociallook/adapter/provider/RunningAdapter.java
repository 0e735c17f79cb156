package net.sociallook.adapter.provider;

import java.net.http.HttpResponse;
import net.sociallook.adapter.provider.simulation.Simulation;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;

/** A simulated server, an adapter to it with two clients linked, and a gateway, for tests. */
final class RunningAdapter implements AutoCloseable {
  final Surroundings around;
  final Simulation simulation;
  final ProviderAdapter adapter;
  final GatewayNode gateway;

  RunningAdapter(String institution, String kinds) {
    around = new Surroundings(institution);
    simulation = Simulation.start(Configurations.simulation(around, kinds));
    adapter =
        ProviderAdapter.start(
            Configurations.adapter(
                around, "http://127.0.0.1:" + simulation.port() + "/fhir", kinds));
    around.link(adapter.port(), Surroundings.JONAS, "TN-0042");
    around.link(adapter.port(), Surroundings.EMRE, "TN-0043");
    gateway = new GatewayNode(around, adapter.port());
  }

  /**
   * @param target without {@code /fhir/}; {@code PATIENT} is Jonas' pseudonym
   */
  HttpResponse<String> jonas(String target) {
    return gateway.get(
        "/fhir/" + target.replace("PATIENT", Surroundings.JONAS), Surroundings.JONAS);
  }

  HttpResponse<String> emre(String target) {
    return gateway.get("/fhir/" + target.replace("PATIENT", Surroundings.EMRE), Surroundings.EMRE);
  }

  @Override
  public void close() {
    gateway.close();
    adapter.close();
    simulation.close();
    around.close();
  }
}
