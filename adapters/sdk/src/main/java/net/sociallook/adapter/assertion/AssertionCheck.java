package net.sociallook.adapter.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.io.UncheckedIOException;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.sociallook.adapter.server.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a request was decided by a gateway, for this institution, in the last second, and
 * is seen for the first time. Runs before anything is asked of the existing system.
 *
 * <p>Signature, then claims, then stamp, then single use: only what is whole and in time is
 * remembered. Safe for many threads.
 */
public final class AssertionCheck {
  private static final int MOST_REMEMBERED = 100_000;
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration NOTE_APART = Duration.ofMinutes(1);
  private static final long NEVER = Long.MIN_VALUE;
  private static final Logger LOG = LoggerFactory.getLogger(AssertionCheck.class);

  private final String institution;
  private final GatewayKeys keys;
  private final StampJudge stamps;
  private final SpentAssertions spent = new SpentAssertions(MOST_REMEMBERED);
  private final AtomicLong lastNote = new AtomicLong(NEVER);

  public AssertionCheck(String institution, GatewayKeys keys, OwnTime time) {
    this(institution, keys, (StampJudge) time);
  }

  AssertionCheck(String institution, GatewayKeys keys, StampJudge stamps) {
    this.institution = institution;
    this.keys = keys;
    this.stamps = stamps;
  }

  public Admission check(ReceivedRequest request) {
    if (request.assertion().isEmpty()) {
      return new Admission.Refused(Refusal.ASSERTION_MISSING);
    }
    Optional<JWSObject> jws = AssertionReader.parse(request.assertion().get());
    if (jws.isEmpty()) {
      return new Admission.Refused(Refusal.ASSERTION_MALFORMED);
    }
    Optional<Refusal> forged = signature(jws.get());
    if (forged.isPresent()) {
      return new Admission.Refused(forged.get());
    }
    Optional<Assertion> assertion = AssertionReader.claims(jws.get());
    if (assertion.isEmpty()) {
      return new Admission.Refused(Refusal.ASSERTION_MALFORMED);
    }
    return claims(assertion.get(), request)
        .or(() -> inTimeAndOnce(assertion.get()))
        .<Admission>map(Admission.Refused::new)
        .orElseGet(() -> new Admission.Admitted(assertion.get().patient()));
  }

  private Optional<Refusal> signature(JWSObject jws) {
    try {
      Optional<ECPublicKey> key = keys.find(jws.getHeader().getKeyID());
      if (key.isEmpty()) {
        return Optional.of(Refusal.ASSERTION_KEY_UNKNOWN);
      }
      return jws.verify(new ECDSAVerifier(key.get()))
          ? Optional.empty()
          : Optional.of(Refusal.ASSERTION_SIGNATURE);
    } catch (UncheckedIOException e) {
      return Optional.of(Refusal.KEYS_UNAVAILABLE);
    } catch (JOSEException e) {
      return Optional.of(Refusal.ASSERTION_SIGNATURE);
    }
  }

  private Optional<Refusal> claims(Assertion assertion, ReceivedRequest request) {
    if (!assertion.node().equals(request.node())) {
      return Optional.of(Refusal.ASSERTION_ISSUER);
    }
    if (!assertion.audience().equals(institution)) {
      return Optional.of(Refusal.ASSERTION_AUDIENCE);
    }
    return request.isNamedBy(assertion) ? Optional.empty() : Optional.of(Refusal.ASSERTION_REQUEST);
  }

  private Optional<Refusal> inTimeAndOnce(Assertion assertion) {
    noteSkew(assertion);
    return stamps
        .judge(assertion.stamp())
        .or(() ->
            assertion
                .stamp()
                .flatMap(
                    stamp -> spent.spend(assertion.id(), stamp.untilMillis(), stamps.millis())));
  }

  // No wall clock decides anything; that two of them differ is worth a word to the operators.
  private void noteSkew(Assertion assertion) {
    long skew = System.currentTimeMillis() / 1000 - assertion.issuedAt();
    long now = stamps.millis();
    long noted = lastNote.get();
    boolean due = noted == NEVER || now - noted > NOTE_APART.toMillis();
    if (Math.abs(skew) > SKEW.toSeconds() && due && lastNote.compareAndSet(noted, now)) {
      LOG.warn("wall clock: {} s from that of {} (expected: 60 at most)", skew, assertion.node());
    }
  }
}
