package net.sociallook.gateway.request;

/** Builds a query string. */
final class Rendering {
  private final StringBuilder out = new StringBuilder();

  void add(String name, String value) {
    out.append(out.isEmpty() ? "" : "&").append(name).append('=').append(Parameters.encode(value));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
