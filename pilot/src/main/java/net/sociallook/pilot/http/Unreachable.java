package net.sociallook.pilot.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;

/** No answer came. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreachable(URI server, IOException cause) {
    super(
        cause instanceof ConnectException
            ? server + " does not answer. Does the pilot run? (./sociallook pilot)"
            : server + ": no answer (" + cause.getMessage() + ")",
        cause);
  }

  Unreachable(URI server, InterruptedException cause) {
    super(server + ": interrupted", cause);
  }
}
