package net.sociallook.pilot.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Looks before the start whether the ports can be had. */
public final class FreePorts {
  private FreePorts() {}

  /**
   * @param ports with the process that wants each
   * @throws StartFailed naming the first one that is taken
   */
  public static void require(Map<Integer, String> ports) {
    ports.forEach((port, part) -> {
      if (!isFree(port)) {
        throw new StartFailed(
            "Port "
                + port
                + " ("
                + part
                + ") is taken by another program. End that program, or start the pilot on other"
                + " ports: ./sociallook pilot --port-base 20000");
      }
    });
  }

  /** Free means: on the loopback address and on every other. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
