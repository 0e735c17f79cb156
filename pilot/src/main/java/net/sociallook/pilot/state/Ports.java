package net.sociallook.pilot.state;

/**
 * On which port each part listens.
 *
 * @param base 0 for the usual ports, else the first of a compact range of {@value #RANGE}
 */
public record Ports(int base) {
  public static final int RANGE = 80;
  private static final int LARGEST = 65535 - RANGE;

  public Ports {
    if (base != 0 && (base < 1024 || base > LARGEST)) {
      throw new IllegalArgumentException(
          "--port-base: " + base + " (expected: 1024 to " + LARGEST + ")");
    }
  }

  public int postgres() {
    return at(5440, 0);
  }

  public int browser() {
    return at(8080, 1);
  }

  public int institutions() {
    return at(9443, 2);
  }

  public int gateways() {
    return at(9444, 3);
  }

  public int registryManagement() {
    return at(9445, 4);
  }

  /**
   * @param node from 1
   */
  public int gateway(int node) {
    return at(8443 + 10 * (node - 1), 10 + 2 * (node - 1));
  }

  public int gatewayManagement(int node) {
    return gateway(node) + 1;
  }

  /**
   * @param number from 1
   */
  public int adapter(int number) {
    return at(7000 + number, 30 + number);
  }

  /** Health and metrics, on the loopback address. */
  public int adapterManagement(int number) {
    return at(7100 + number, 45 + number);
  }

  /** A simulated existing system, on the loopback address. */
  public int system(int number) {
    return at(7200 + number, 60 + number);
  }

  private int at(int usual, int offset) {
    return base == 0 ? usual : base + offset;
  }
}
