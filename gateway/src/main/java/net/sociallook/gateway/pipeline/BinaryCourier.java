package net.sociallook.gateway.pipeline;

import java.util.List;
import java.util.Optional;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.filter.Attachment;
import net.sociallook.gateway.filter.ResourceFilter;
import net.sociallook.gateway.filter.Tally;
import net.sociallook.gateway.request.BinaryId;
import net.sociallook.gateway.request.UpstreamTarget;
import net.sociallook.gateway.upstream.HolderAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Hands out a file. Its DocumentReference is fetched and decided first; only then the bytes are
 * fetched, and pass as they come.
 */
final class BinaryCourier {
  private final Courier courier;

  BinaryCourier(Courier courier) {
    this.courier = courier;
  }

  Mono<Void> deliver(Admitted admitted, BinaryId id) {
    return mediaType(admitted, id)
        .flatMap(type ->
            courier
                .fetch(admitted, UpstreamTarget.binary(id), type.toString())
                .flatMap(answer -> stream(admitted, id, type, answer)));
  }

  /** The media type that the released DocumentReference states; an error if there is none. */
  private Mono<MediaType> mediaType(Admitted admitted, BinaryId id) {
    return courier
        .fetch(admitted, UpstreamTarget.document(id.document()), Answers.FHIR_JSON.toString())
        .flatMap(answer -> {
          ResourceFilter filter = new ResourceFilter(admitted.terms(), id.document());
          admitted.flow().progress().counts(() -> withheld(filter.tally()));
          return Courier.filtered(answer, filter)
              .then(Mono.fromSupplier(() -> stated(filter.attachments(), id)));
        });
  }

  private static MediaType stated(List<Attachment> attachments, BinaryId id) {
    Attachment attachment =
        attachments.stream()
            .filter(one -> one.binary().equals(id.value()))
            .findFirst()
            .orElseThrow(NotThere::new);
    return attachment
        .contentType()
        .flatMap(BinaryCourier::concrete)
        .orElseThrow(() -> new UnusableAnswer(HttpStatus.OK.value()));
  }

  private static Optional<MediaType> concrete(String text) {
    try {
      return Optional.of(MediaType.parseMediaType(text)).filter(MediaType::isConcrete);
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private static Mono<Void> stream(
      Admitted admitted, BinaryId id, MediaType type, HolderAnswer answer) {
    boolean asStated = answer.type().filter(type::equalsTypeAndSubtype).isPresent();
    if (answer.status() != HttpStatus.OK.value() || !asStated) {
      return Courier.failed(answer).then();
    }
    Tally released = new Tally(List.of(new Tally.Released(ResourceType.BINARY, id.value())), 1, 0);
    admitted.flow().progress().counts(() -> released);
    ServerHttpResponse response = admitted.asked().visit().response();
    return answer
        .body()
        .switchOnFirst((first, body) -> {
          if (first.isOnError()) {
            return body.cast(Void.class);
          }
          response.setStatusCode(HttpStatus.OK);
          response.getHeaders().setContentType(type);
          response.getHeaders().set(HttpHeaders.CONTENT_DISPOSITION, "attachment");
          return Courier.hand(admitted, body);
        })
        .then();
  }

  /** While only the document was read, nothing of it is released. */
  private static Tally withheld(Tally document) {
    return new Tally(List.of(), 0, document.withheldCount());
  }
}
