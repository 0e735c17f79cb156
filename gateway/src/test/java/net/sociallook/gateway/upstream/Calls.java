package net.sociallook.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.NodeKey;
import net.sociallook.gateway.tls.TestTls;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Calls of an adapter, as the pipeline makes them. */
final class Calls {
  static final String HOLDER = "youth-office-nordhausen";
  static final String TARGET = "/fhir/DocumentReference?patient=00ff&type=a%7Cb%2Cc&_count=5";
  static final LastCheck ADMITTED = Optional::empty;
  static final NodeKey KEY = NodeKey.generate("gw-1");
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private Calls() {}

  static ReactorHolderClient client(TestTls tls, Clocks clocks) {
    return new ReactorHolderClient(
        KEY,
        tls.node()::towards,
        clocks,
        new ReactorHolderClient.Patience(Duration.ofSeconds(3), Duration.ofSeconds(1)));
  }

  static HolderRequest request(URI adapter) {
    return new HolderRequest(
        adapter,
        TARGET,
        "application/fhir+json",
        UUID.randomUUID(),
        new HolderRequest.Claims(
            HOLDER, UUID.randomUUID(), "00ff", "jobcenter-nordhausen", "cw-001", "COC"));
  }

  static Mono<String> read(Mono<HolderAnswer> answer) {
    return DataBufferUtils.join(answer.flatMapMany(HolderAnswer::body)).map(Calls::released);
  }

  static String text(Mono<HolderAnswer> answer) {
    return read(answer).block(PATIENCE);
  }

  private static String released(DataBuffer buffer) {
    String text = buffer.toString(StandardCharsets.UTF_8);
    DataBufferUtils.release(buffer);
    return text;
  }

  static Throwable errorOf(Mono<?> mono) {
    return Exceptions.unwrap(catchThrowable(() -> mono.block(PATIENCE)));
  }

  static void assertFails(Mono<?> mono, HolderFailure.Kind kind) {
    assertThat(errorOf(mono))
        .isInstanceOfSatisfying(
            HolderFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  static String hash(String text) throws Exception {
    return Base64URL.encode(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)))
        .toString();
  }
}
