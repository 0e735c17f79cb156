package net.sociallook.gateway.upstream;

import static net.sociallook.gateway.upstream.Calls.ADMITTED;
import static net.sociallook.gateway.upstream.Calls.HOLDER;
import static net.sociallook.gateway.upstream.Calls.KEY;
import static net.sociallook.gateway.upstream.Calls.TARGET;
import static net.sociallook.gateway.upstream.Calls.assertFails;
import static net.sociallook.gateway.upstream.Calls.client;
import static net.sociallook.gateway.upstream.Calls.errorOf;
import static net.sociallook.gateway.upstream.Calls.hash;
import static net.sociallook.gateway.upstream.Calls.request;
import static net.sociallook.gateway.upstream.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.Moment;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.tls.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** What goes to the adapter: assertion, stamp, last check. */
class ReactorHolderClientIT {
  @TempDir static Path directory;
  private static TestTls tls;

  private final AtomicInteger checks = new AtomicInteger();
  private SimulatedAdapter adapter;
  private ReactorHolderClient client;

  @BeforeAll
  static void issueCertificates() {
    tls = new TestTls(directory);
  }

  @BeforeEach
  void start() {
    adapter = new SimulatedAdapter(tls.server("adapter:" + HOLDER));
    client = client(tls, Clocks.system());
  }

  @AfterEach
  void stop() {
    client.close();
    adapter.close();
  }

  @Test
  void sendsExactlyTheTargetWithASignedAssertionAboutIt() throws Exception {
    HolderRequest request = request(adapter.base());
    long before = adapter.monotonic();

    assertThat(text(client.send(request, ADMITTED))).isEqualTo("ok");
    assertThat(text(client.send(request, ADMITTED))).isEqualTo("ok");

    SimulatedAdapter.Received second = adapter.received().get(1);
    assertThat(second.target()).isEqualTo(TARGET);
    assertThat(second.accept()).isEqualTo("application/fhir+json");
    assertThat(second.requestId()).isEqualTo(request.requestId().toString());
    JWSObject assertion = JWSObject.parse(second.assertion());
    assertThat(assertion.verify(new ECDSAVerifier(KEY.key().toECPublicKey()))).isTrue();
    assertThat(assertion.getHeader().getType().getType()).isEqualTo("sociallook-assertion+jwt");
    assertThat(assertion.getHeader().getKeyID()).isEqualTo(KEY.key().getKeyID());
    Map<String, Object> claims = assertion.getPayload().toJSONObject();
    assertThat(claims)
        .containsOnlyKeys(
            "iss",
            "aud",
            "iat",
            "jti",
            "ledger",
            "method",
            "uri_hash",
            "body_hash",
            "patient",
            "recipient",
            "caseworker",
            "purpose",
            "stamp")
        .containsEntry("iss", "gw-1")
        .containsEntry("aud", HOLDER)
        .containsEntry("method", "GET")
        .containsEntry("patient", "00ff")
        .containsEntry("ledger", request.claims().ledger().toString())
        .containsEntry("uri_hash", hash(TARGET))
        .containsEntry("body_hash", hash(""));
    Map<?, ?> stamp = (Map<?, ?>) claims.get("stamp");
    assertThat(stamp.get("boot")).isEqualTo(adapter.boot());
    assertThat((Long) stamp.get("until")).isBetween(before + 1000, adapter.monotonic() + 1000);
  }

  @Test
  void beforeTheFirstReadingTheStampIsNull() throws Exception {
    text(client.send(request(adapter.base()), ADMITTED));

    Map<String, Object> claims =
        JWSObject.parse(adapter.received().getFirst().assertion()).getPayload().toJSONObject();
    assertThat(claims).containsEntry("stamp", null);
  }

  @Test
  void everySendingHasAnIdOfItsOwn() throws Exception {
    refuseStamps(1);

    text(client.send(request(adapter.base()), ADMITTED));

    assertThat(adapter.received()).hasSize(2);
    assertThat(jti(0)).isNotEqualTo(jti(1));
  }

  @Test
  void aRefusedStampIsTriedOnceMoreAfterAnotherLastCheck() {
    refuseStamps(1);

    assertThat(text(client.send(request(adapter.base()), this::counted))).isEqualTo("ok");

    assertThat(checks).hasValue(2);
    assertThat(adapter.received()).hasSize(2);
  }

  @Test
  void aStampThatIsRefusedTwiceIsGivenUp() {
    refuseStamps(5);

    assertFails(
        client.send(request(adapter.base()), this::counted), HolderFailure.Kind.STAMP_REFUSED);

    assertThat(checks).hasValue(2);
    assertThat(adapter.received()).hasSize(2);
  }

  @Test
  void whatIsWithdrawnMeanwhileIsNotTriedAgain() {
    refuseStamps(5);
    LastCheck onlyOnce =
        () -> checks.getAndIncrement() == 0 ? Optional.empty() : Optional.of(Refused.VERSION_DEAD);

    Throwable error = errorOf(client.send(request(adapter.base()), onlyOnce));

    assertThat(error)
        .isInstanceOfSatisfying(
            NotAdmitted.class,
            refused -> assertThat(refused.refused()).isEqualTo(Refused.VERSION_DEAD));
    assertThat(adapter.received()).hasSize(1);
  }

  @Test
  void aRefusedLastCheckSendsNothing() {
    LastCheck noLease = () -> Optional.of(Refused.NO_LEASE);

    Throwable error = errorOf(client.send(request(adapter.base()), noLease));

    assertThat(error).isInstanceOf(NotAdmitted.class);
    assertThat(adapter.received()).isEmpty();
  }

  /** Were the clock read after the check, a pause between the two would lengthen the stamp. */
  @Test
  void aPauseAfterTheLastCheckMakesTheStampLateAndNotLonger() throws Exception {
    AtomicInteger skipped = new AtomicInteger();
    Clocks clocks =
        () ->
            new Moment(
                System.nanoTime() + Duration.ofSeconds(skipped.get()).toNanos(),
                System.currentTimeMillis());
    client.close();
    client = client(tls, clocks);
    text(client.send(request(adapter.base()), ADMITTED));
    LastCheck paused =
        () -> {
          skipped.addAndGet(60);
          return Optional.empty();
        };

    text(client.send(request(adapter.base()), paused));

    Map<String, Object> claims =
        JWSObject.parse(adapter.received().get(1).assertion()).getPayload().toJSONObject();
    Map<?, ?> stamp = (Map<?, ?>) claims.get("stamp");
    assertThat((Long) stamp.get("until")).isLessThanOrEqualTo(adapter.monotonic() + 1000);
  }

  @Test
  void a412WithoutReadingsIsOdd() {
    adapter.answer(response -> {
      response.responseHeaders().remove("SocialLook-Boot");
      return response.status(412).send();
    });

    assertFails(client.send(request(adapter.base()), ADMITTED), HolderFailure.Kind.ODD_ANSWER);

    assertThat(adapter.received()).hasSize(1);
  }

  private Optional<Refused> counted() {
    checks.incrementAndGet();
    return Optional.empty();
  }

  private void refuseStamps(int times) {
    AtomicInteger left = new AtomicInteger(times);
    adapter.answer(response ->
        left.getAndDecrement() > 0
            ? response.status(412).send()
            : response.status(200).sendString(Mono.just("ok")));
  }

  private Object jti(int sending) throws Exception {
    return JWSObject.parse(adapter.received().get(sending).assertion())
        .getPayload()
        .toJSONObject()
        .get("jti");
  }
}
