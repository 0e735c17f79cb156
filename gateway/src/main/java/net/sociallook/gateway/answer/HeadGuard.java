package net.sociallook.gateway.answer;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.UUID;

/**
 * Refuses, right behind the decoder, what is no proper request: such a one would be answered by the
 * server without our body and headers. The connection is then closed, since nobody can say where
 * the next request begins. While an answer is on its way, nothing is put between its parts.
 */
final class HeadGuard extends ChannelDuplexHandler {
  private boolean refused;
  private int unanswered;
  private boolean answering;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    Optional<Refusal> refusal = refused ? Optional.of(Refusal.NOT_UNDERSTOOD) : judge(message);
    boolean head = message instanceof HttpRequest;
    if (refusal.isEmpty()) {
      unanswered += head ? 1 : 0;
      context.fireChannelRead(message);
      return;
    }
    ReferenceCountUtil.release(message);
    if (!refused) {
      refused = true;
      refuse(context, refusal.get(), head ? 0 : 1);
    }
  }

  private void refuse(ChannelHandlerContext context, Refusal refusal, int own) {
    if (answering || unanswered > own) {
      context.close();
    } else {
      context.writeAndFlush(answer(refusal)).addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (refused) {
      ReferenceCountUtil.release(message);
      promise.setFailure(new ClosedChannelException());
      return;
    }
    answering = answering || message instanceof HttpResponse;
    if (message instanceof LastHttpContent) {
      answering = false;
      unanswered--;
    }
    context.write(message, promise);
  }

  private static Optional<Refusal> judge(Object message) {
    if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      return Optional.of(of(part.decoderResult()));
    }
    boolean odd = message instanceof HttpRequest head && isOdd(head);
    return odd ? Optional.of(Refusal.NOT_UNDERSTOOD) : Optional.empty();
  }

  private static Refusal of(DecoderResult result) {
    return result.cause() instanceof TooLongHttpHeaderException
        ? Refusal.HEADERS_TOO_LARGE
        : Refusal.NOT_UNDERSTOOD;
  }

  /** HTTP/1.1, a target that is a path, one host. */
  private static boolean isOdd(HttpRequest head) {
    return !HttpVersion.HTTP_1_1.equals(head.protocolVersion())
        || !isPath(head.uri())
        || head.headers().getAll(HttpHeaderNames.HOST).size() != 1;
  }

  private static boolean isPath(String target) {
    try {
      URI uri = new URI(target);
      // a target of two slashes would name a host
      return target.startsWith("/") && !target.startsWith("//") && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static FullHttpResponse answer(Refusal refusal) {
    byte[] body = Outcomes.body(refusal);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(refusal.status()),
            Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, Answers.FHIR_JSON.toString())
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONNECTION, "close")
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Request-Id", UUID.randomUUID().toString());
    return response;
  }
}
