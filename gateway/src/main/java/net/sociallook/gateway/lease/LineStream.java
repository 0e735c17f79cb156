package net.sociallook.gateway.lease;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of one answer of the registry, handed on as they come, until closed. */
final class LineStream implements BodyHandler<Void>, Flow.Subscriber<String>, AutoCloseable {
  private final Consumer<String> line;
  private volatile boolean closed;
  private volatile Flow.@Nullable Subscription subscription;

  LineStream(Consumer<String> line) {
    this.line = line;
  }

  @Override
  public BodySubscriber<Void> apply(ResponseInfo head) {
    return head.statusCode() == 200
        ? BodySubscribers.fromLineSubscriber(this)
        : BodySubscribers.discarding();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (closed) {
      subscription.cancel();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(String next) {
    if (!closed) {
      line.accept(next);
    }
  }

  @Override
  public void onError(Throwable error) {
    // The future of the request tells it.
  }

  @Override
  public void onComplete() {
    // The future of the request tells it.
  }

  /** Hands on nothing more and ends the answer. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription now = subscription;
    if (now != null) {
      now.cancel();
    }
  }
}
