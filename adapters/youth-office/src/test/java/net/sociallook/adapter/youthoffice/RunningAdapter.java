package net.sociallook.adapter.youthoffice;

import java.net.http.HttpResponse;
import net.sociallook.testbed.adapter.Caller;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;

/** Case system, surroundings and adapter with two clients linked, for tests. */
final class RunningAdapter implements AutoCloseable {
  final CaseSystem system = new CaseSystem();
  final Surroundings around = new Surroundings(CaseSystem.INSTITUTION);
  final YouthOfficeAdapter adapter = YouthOfficeAdapter.start(system.configuration(around));

  RunningAdapter() {
    link(Surroundings.JONAS, "4711");
    link(Surroundings.EMRE, "4712");
  }

  GatewayNode gateway() {
    return new GatewayNode(around, adapter.port());
  }

  Caller callerAs(String commonName) {
    return around.callerAs(commonName, adapter.port());
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
