package net.sociallook.gateway.upstream;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/** Turns what an adapter answered into a value, and what broke into its kind. */
final class AnswerReader {
  private AnswerReader() {}

  static HolderAnswer answer(HttpClientResponse head, Connection connection, SteadyBody steady)
      throws HolderFailure {
    int status = head.status().code();
    if (status < 200 || (status >= 300 && status < 400)) {
      throw new HolderFailure(HolderFailure.Kind.ODD_ANSWER);
    }
    return new HolderAnswer(status, type(head), steady.of(body(connection)));
  }

  private static Optional<MediaType> type(HttpClientResponse head) throws HolderFailure {
    String type = head.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
    try {
      return type == null ? Optional.empty() : Optional.of(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException e) {
      throw new HolderFailure(HolderFailure.Kind.ODD_ANSWER);
    }
  }

  private static Flux<DataBuffer> body(Connection connection) {
    NettyDataBufferFactory buffers = new NettyDataBufferFactory(connection.channel().alloc());
    return connection
        .inbound()
        .receive()
        // The receiving side releases each part after this; what is handed on holds it longer.
        .<DataBuffer>map(part -> buffers.wrap(part.retain()))
        .onErrorMap(AnswerReader::failure);
  }

  /** What went wrong, in the words of this package. */
  static Throwable failure(Throwable error) {
    return switch (error) {
      case NotAdmitted refused -> refused;
      case HolderFailure failure -> failure;
      case ReadTimeoutException late -> new HolderFailure(HolderFailure.Kind.TIMED_OUT, late);
      case ConnectTimeoutException late -> new HolderFailure(HolderFailure.Kind.TIMED_OUT, late);
      // No connection of the pool became free.
      case TimeoutException late -> new HolderFailure(HolderFailure.Kind.TIMED_OUT, late);
      case DecoderException broken when broken.getCause() instanceof SSLException ->
          new HolderFailure(HolderFailure.Kind.UNREACHABLE, broken);
      case DecoderException rubbish -> new HolderFailure(HolderFailure.Kind.ODD_ANSWER, rubbish);
      case IllegalArgumentException rubbish ->
          new HolderFailure(HolderFailure.Kind.ODD_ANSWER, rubbish);
      default -> new HolderFailure(HolderFailure.Kind.UNREACHABLE, error);
    };
  }
}
