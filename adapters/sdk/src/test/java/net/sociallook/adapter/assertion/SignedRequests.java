package net.sociallook.adapter.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import net.sociallook.testbed.adapter.Registry;
import net.sociallook.testbed.adapter.Statement;
import net.sociallook.testbed.adapter.Surroundings;

/** Requests with assertions that are right, each with an id of its own. */
final class SignedRequests {
  static final ECKey KEY = Registry.unpublishedKey("gw-1-key");
  static final GatewayKeys KEYS =
      id -> id.equals(KEY.getKeyID()) ? Optional.of(publicKey()) : Optional.empty();
  private static final String TARGET = "/fhir/DocumentReference/akte-1-1";

  ReceivedRequest with(Stamp stamp) {
    return signed(statement(stamp));
  }

  Statement statement(Stamp stamp) {
    return new Statement(KEY, "youth-office-nordhausen", TARGET, Surroundings.JONAS)
        .with("iat", 0)
        .stamp(stamp.boot().toString(), stamp.untilMillis());
  }

  ReceivedRequest signed(Statement statement) {
    return new ReceivedRequest("gw-1", "GET", TARGET, Optional.of(statement.sign()));
  }

  private static ECPublicKey publicKey() {
    try {
      return KEY.toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
