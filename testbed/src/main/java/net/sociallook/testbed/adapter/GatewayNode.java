package net.sociallook.testbed.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.function.Supplier;

/** A gateway node: keeps the adapter's last reading and stamps with it. Not for several threads. */
public final class GatewayNode implements AutoCloseable {
  public static final String ASSERTION = "SocialLook-Assertion";
  private static final int STAMP_REFUSED = 412;
  private static final int TRIES = 6;

  private final Caller caller;
  private final String holder;
  private final ECKey key;
  private String boot = "";
  private long reading;
  private long readAt;

  /** Asks the adapter on this port once, for its reading. */
  public GatewayNode(Surroundings around, int port) {
    this.caller = around.callerAs("gateway:" + Surroundings.NODE, port);
    this.holder = around.institution();
    this.key = around.nodeKey();
    note(caller.send(caller.to("/fhir/metadata")));
  }

  /** Calls with the node's certificate and no assertion. */
  public Caller caller() {
    return caller;
  }

  /** An assertion for this request, stamped as docs/protocol.md says. */
  public Statement state(String target, String patient) {
    return new Statement(key, holder, target, patient).stamp(boot, now() + 1000);
  }

  /** What the adapter's clock says, as far as this node knows; milliseconds. */
  public long now() {
    return reading + (System.nanoTime() - readAt) / 1_000_000;
  }

  public String boot() {
    return boot;
  }

  /**
   * Sends as a gateway does: after a refused stamp again, with the readings of the refusal. A
   * gateway does so once; here {@value #TRIES} times in all, since a busy machine may let a second
   * pass between stamp and check more than once.
   */
  public HttpResponse<String> get(String target, String patient) {
    return untilInTime(() -> get(target, state(target, patient)));
  }

  public HttpResponse<String> get(String target, Statement statement) {
    return note(caller.send(request(target, statement)));
  }

  public HttpRequest.Builder request(String target, Statement statement) {
    return caller
        .to(target)
        .header("Accept", "application/fhir+json")
        .header(ASSERTION, statement.sign());
  }

  /** As {@link #get(String, String)}, for any body; not held against the contract. */
  public <T> HttpResponse<T> exchange(String target, String patient, BodyHandler<T> handler) {
    return untilInTime(
        () -> note(caller.exchange(request(target, state(target, patient)), handler)));
  }

  private static <T> HttpResponse<T> untilInTime(Supplier<HttpResponse<T>> send) {
    HttpResponse<T> answer = send.get();
    for (int tries = 1; answer.statusCode() == STAMP_REFUSED && tries < TRIES; tries++) {
      answer = send.get();
    }
    return answer;
  }

  /**
   * Receives an answer in pieces, and keeps none of them.
   *
   * @return its length in bytes
   * @throws AssertionError if the status is not 200
   */
  public long receive(String target, String patient) throws IOException {
    HttpResponse<InputStream> response =
        exchange(target, patient, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    try (InputStream body = response.body()) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
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
