package net.sociallook.gateway.answer;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/** Bounds how long a caller may take, and guards what the decoder lets through. */
@Component
class StrictHeads implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
  private static final int LINE = 8 * 1024;
  private static final int HEADERS = 16 * 1024;
  private static final Duration READ = Duration.ofSeconds(10);
  private static final Duration WHOLE_REQUEST = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofSeconds(60);

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(server ->
        server
            .readTimeout(READ)
            .requestTimeout(WHOLE_REQUEST)
            .idleTimeout(IDLE)
            .httpRequestDecoder(
                decoder -> decoder.maxInitialLineLength(LINE).maxHeaderSize(HEADERS))
            .doOnChannelInit((observer, channel, address) ->
                channel
                    .pipeline()
                    .addAfter(NettyPipeline.HttpCodec, "headGuard", new HeadGuard())));
  }
}
