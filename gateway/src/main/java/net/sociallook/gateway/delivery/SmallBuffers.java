package net.sociallook.gateway.delivery;

import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/**
 * Keeps little between this process and the caller, so that little is left to deliver when an
 * answer is cut: at most 64 KiB in the kernel.
 */
@Component
class SmallBuffers implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
  /** Linux doubles what it is asked for. */
  private static final int ASKED_OF_THE_KERNEL = 32 * 1024;

  private static final WriteBufferWaterMark IN_THIS_PROCESS =
      new WriteBufferWaterMark(16 * 1024, 32 * 1024);

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(SmallBuffers::keepSmall);
  }

  static HttpServer keepSmall(HttpServer server) {
    return server
        .childOption(ChannelOption.SO_SNDBUF, ASKED_OF_THE_KERNEL)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, IN_THIS_PROCESS);
  }
}
