package net.sociallook.gateway.upstream;

import java.util.Optional;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * The answer of an adapter.
 *
 * @param status 200 to 299 or 400 to 599, never 412
 * @param type empty where the adapter names none
 * @param body buffers of at most 16 KiB; the receiver of a buffer releases it
 */
public record HolderAnswer(int status, Optional<MediaType> type, Flux<DataBuffer> body) {

  /** Gives the body up unread, with its connection. */
  public void discard() {
    body.subscribe(
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            subscription.cancel();
          }

          @Override
          protected void hookOnError(Throwable error) {
            // That the connection ends is what is wanted.
          }
        });
  }
}
