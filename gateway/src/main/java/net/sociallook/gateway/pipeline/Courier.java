package net.sociallook.gateway.pipeline;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.filter.AnswerFilter;
import net.sociallook.gateway.filter.ResourceFilter;
import net.sociallook.gateway.lease.Leases;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.request.FhirRequest;
import net.sociallook.gateway.request.UpstreamTarget;
import net.sociallook.gateway.upstream.HolderAnswer;
import net.sociallook.gateway.upstream.HolderClient;
import net.sociallook.gateway.upstream.HolderRequest;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fetches from the holder what was permitted, and hands out what may be released of it. */
final class Courier {
  private static final String FHIR_JSON = Answers.FHIR_JSON.toString();
  private static final int CHUNK = 16 * 1024;

  private final HolderClient holders;
  private final Leases leases;
  private final Clock clock;

  Courier(HolderClient holders, Leases leases, Clock clock) {
    this.holders = holders;
    this.leases = leases;
    this.clock = clock;
  }

  Mono<Void> resource(Admitted admitted, FhirRequest.Read read) {
    return fetch(admitted, UpstreamTarget.read(read, admitted.place().client()), FHIR_JSON)
        .flatMap(answer -> {
          ResourceFilter filter = new ResourceFilter(admitted.terms(), read.id());
          admitted.flow().progress().counts(filter::tally);
          return release(admitted, filtered(answer, filter));
        });
  }

  /** The call, with the last check before it. */
  Mono<HolderAnswer> fetch(Admitted admitted, String target, String accept) {
    HolderRequest request = admitted.toHolder(target, accept);
    return holders
        .send(request, () -> lastCheck(admitted))
        .switchIfEmpty(Mono.error(() -> new UnusableAnswer(0)));
  }

  private Optional<Refused> lastCheck(Admitted admitted) {
    // the reading comes first: what happens after it is decided as of before
    admitted.flow().progress().admitted(clock.instant());
    return leases.lastCheck(admitted.asked().standing());
  }

  /** Answers with what was released; where that is nothing at all, there is nothing. */
  static Mono<Void> release(Admitted admitted, Flux<byte[]> judged) {
    ServerHttpResponse response = admitted.asked().visit().response();
    return judged
        .switchOnFirst((first, released) -> {
          if (!first.hasValue()) {
            return first.isOnError() ? released.cast(Void.class) : Mono.<Void>error(new NotThere());
          }
          response.setStatusCode(HttpStatus.OK);
          response.getHeaders().setContentType(Answers.FHIR_JSON);
          return hand(
              admitted, released.concatMap(bytes -> chunks(bytes, response.bufferFactory())));
        })
        .then();
  }

  /** Commits the response with the first chunk; status and headers are set before. */
  static Mono<Void> hand(Admitted admitted, Flux<DataBuffer> chunks) {
    Admitted.Flow flow = admitted.flow();
    return flow.delivery()
        .write(
            chunks.doOnNext(chunk -> flow.progress().sent(chunk.readableByteCount())),
            flow.inFlight()::alive);
  }

  private static Flux<DataBuffer> chunks(byte[] data, DataBufferFactory factory) {
    List<DataBuffer> chunks = new ArrayList<>();
    for (int at = 0; at < data.length; at += CHUNK) {
      int length = Math.min(CHUNK, data.length - at);
      chunks.add(factory.allocateBuffer(length).write(data, at, length));
    }
    return Flux.fromIterable(chunks);
  }

  /** What passes the filter; nothing empty. */
  static Flux<byte[]> filtered(HolderAnswer answer, AnswerFilter filter) {
    return judged(answer, chunk -> List.of(filter.feed(chunk)))
        .concatWith(Mono.fromSupplier(filter::finish))
        .filter(bytes -> bytes.length > 0);
  }

  /** What the judge gives out for the parts of the answer, as they come in. */
  static Flux<byte[]> judged(HolderAnswer answer, Function<ByteBuffer, List<byte[]>> judge) {
    return fhirBody(answer)
        .map(buffer -> {
          byte[] bytes = new byte[buffer.readableByteCount()];
          buffer.read(bytes);
          DataBufferUtils.release(buffer);
          return judge.apply(ByteBuffer.wrap(bytes));
        })
        // no more is read ahead than is given out
        .concatMapIterable(each -> each, 1);
  }

  private static Flux<DataBuffer> fhirBody(HolderAnswer answer) {
    boolean json = answer.type().filter(Courier::isFhirJson).isPresent();
    if (answer.status() == HttpStatus.OK.value() && json) {
      return answer.body();
    }
    if (answer.status() == HttpStatus.NOT_FOUND.value() && json) {
      return Absence.of(answer.body());
    }
    return failed(answer);
  }

  /** The body is given up. */
  static Flux<DataBuffer> failed(HolderAnswer answer) {
    answer.discard();
    boolean absent =
        answer.status() == HttpStatus.NOT_FOUND.value()
            || answer.status() == HttpStatus.GONE.value();
    return Flux.error(absent ? new NotThere() : new UnusableAnswer(answer.status()));
  }

  private static boolean isFhirJson(MediaType type) {
    return type.equalsTypeAndSubtype(Answers.FHIR_JSON)
        || type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
  }
}
