package net.sociallook.registry.web;

/** The three ports of the registry, and the largest request body each accepts. */
public enum Port {
  INSTITUTIONS(64 * 1024),
  GATEWAYS(4 * 1024 * 1024),
  BROWSER(64 * 1024);

  private final int largestBody;

  Port(int largestBody) {
    this.largestBody = largestBody;
  }

  /** In bytes. */
  int largestBody() {
    return largestBody;
  }
}
