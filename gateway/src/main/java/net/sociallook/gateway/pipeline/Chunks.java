package net.sociallook.gateway.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends data in chunks of at most 16 KiB, each flushed on its own while the request is alive. */
final class Chunks {
  private static final int MOST = 16 * 1024;

  private Chunks() {}

  /** Commits the response; its status and headers are set before. */
  static Mono<Void> send(Admitted admitted, ServerHttpResponse response, Flux<DataBuffer> data) {
    Line line = admitted.flow().line();
    Progress progress = admitted.flow().progress();
    line.open();
    Flux<Mono<DataBuffer>> chunks =
        data.map(
            chunk -> {
              if (!line.mayFlow()) {
                DataBufferUtils.release(chunk);
                throw new Withdrawn();
              }
              progress.sent(chunk.readableByteCount());
              return Mono.just(chunk);
            });
    return response.writeAndFlushWith(chunks).doOnSuccess(done -> line.completed());
  }

  static Flux<DataBuffer> of(byte[] data, DataBufferFactory factory) {
    List<DataBuffer> chunks = new ArrayList<>();
    for (int at = 0; at < data.length; at += MOST) {
      int length = Math.min(MOST, data.length - at);
      DataBuffer chunk = factory.allocateBuffer(length);
      chunks.add(chunk.write(data, at, length));
    }
    return Flux.fromIterable(chunks);
  }
}
