package net.sociallook.gateway.pipeline;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/**
 * The last place before the kernel: asks, for every flush of an answer with data, whether it may
 * still flow. Runs on the channel's own thread, so no cut can come between question and write.
 */
public final class Gate extends ChannelOutboundHandlerAdapter {
  @Override
  public void flush(ChannelHandlerContext context) {
    Line line = Line.on(context.channel());
    if (line != null && line.isFlowing() && !line.mayFlow()) {
      line.reset();
    } else {
      context.flush();
    }
  }
}
