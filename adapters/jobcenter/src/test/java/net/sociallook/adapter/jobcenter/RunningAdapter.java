package net.sociallook.adapter.jobcenter;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import net.sociallook.testbed.CertificateAuthority;

/** Case system, surroundings and adapter with two clients linked, for tests. */
final class RunningAdapter implements AutoCloseable {
  final CaseSystem system = new CaseSystem();
  final Surroundings around = new Surroundings();
  final JobcenterAdapter adapter = JobcenterAdapter.start(around.configuration(system.url()));
  final Caller institution = callerAs("institution:" + Surroundings.INSTITUTION);

  RunningAdapter() {
    link(Surroundings.JONAS, CaseSystem.JONAS);
    link(Surroundings.EMRE, CaseSystem.EMRE);
  }

  GatewayNode gateway() {
    return new GatewayNode(around, adapter.port());
  }

  Caller callerAs(String commonName) {
    CertificateAuthority authority = around.authority;
    return new Caller(authority.issue(commonName).sslContext(authority), adapter.port());
  }

  HttpResponse<String> link(String pseudonym, String localId) {
    return institution.send(
        institution
            .to("/links/" + pseudonym)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"localId\":\"" + localId + "\"}")));
  }

  @Override
  public void close() {
    institution.close();
    adapter.close();
    around.close();
    system.close();
  }
}
