package net.sociallook.adapter.jobcenter;

import com.nimbusds.jose.jwk.ECKey;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import net.sociallook.testbed.CertificateAuthority;

/** A gateway node, for tests: keeps the last reading and stamps with it. */
final class GatewayNode implements AutoCloseable {
  static final String ASSERTION = "SocialLook-Assertion";

  final Caller caller;
  private final ECKey key;
  private String boot = "";
  private long reading;
  private long readAt;

  GatewayNode(Surroundings around, int port) {
    CertificateAuthority authority = around.authority;
    this.caller = new Caller(authority.issue("gateway:gw-1").sslContext(authority), port);
    this.key = around.nodeKey;
    note(caller.send(caller.to("/fhir/metadata")));
  }

  /** An assertion for this request, stamped as docs/protocol.md says. */
  Statement state(String target, String patient) {
    return new Statement(key, target, patient).stamp(boot, now() + 1000);
  }

  /** What the adapter's clock says, as far as this node knows. */
  long now() {
    return reading + (System.nanoTime() - readAt) / 1_000_000;
  }

  String boot() {
    return boot;
  }

  /** Sends as a gateway does: after a refused stamp once more, with the readings of the refusal. */
  HttpResponse<String> get(String target, String patient) {
    HttpResponse<String> first = get(target, state(target, patient));
    return first.statusCode() == 412 ? get(target, state(target, patient)) : first;
  }

  HttpResponse<String> get(String target, Statement statement) {
    return note(caller.send(request(target, statement)));
  }

  HttpRequest.Builder request(String target, Statement statement) {
    return caller
        .to(target)
        .header("Accept", "application/fhir+json")
        .header(ASSERTION, statement.sign());
  }

  /** As {@link #get(String, String)}, for any body; not held against the contract. */
  <T> HttpResponse<T> exchange(String target, String patient, BodyHandler<T> handler) {
    HttpResponse<T> first = note(caller.exchange(request(target, state(target, patient)), handler));
    return first.statusCode() == 412
        ? note(caller.exchange(request(target, state(target, patient)), handler))
        : first;
  }

  private <T> HttpResponse<T> note(HttpResponse<T> response) {
    boot = response.headers().firstValue("SocialLook-Boot").orElseThrow();
    reading = Long.parseLong(response.headers().firstValue("SocialLook-Monotonic").orElseThrow());
    readAt = System.nanoTime();
    return response;
  }

  @Override
  public void close() {
    caller.close();
  }
}
