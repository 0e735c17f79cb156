package net.sociallook.adapter.jobcenter;

import java.net.http.HttpResponse;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;

/** Case system, surroundings and adapter with two clients linked, for tests. */
final class RunningAdapter implements AutoCloseable {
  final CaseSystem system = new CaseSystem();
  private final Surroundings around = new Surroundings(CaseSystem.INSTITUTION);
  final JobcenterAdapter adapter = JobcenterAdapter.start(system.configuration(around));

  RunningAdapter() {
    link(Surroundings.JONAS, CaseSystem.JONAS);
    link(Surroundings.EMRE, CaseSystem.EMRE);
  }

  GatewayNode gateway() {
    return new GatewayNode(around, adapter.port());
  }

  HttpResponse<String> link(String pseudonym, String localId) {
    return around.link(adapter.port(), pseudonym, localId);
  }

  @Override
  public void close() {
    adapter.close();
    around.close();
    system.close();
  }
}
