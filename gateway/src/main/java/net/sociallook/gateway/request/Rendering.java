package net.sociallook.gateway.request;

import java.util.List;

/** Builds a query string. */
final class Rendering {
  private final StringBuilder out = new StringBuilder();

  void add(String name, String value) {
    out.append(out.isEmpty() ? "" : "&").append(name).append('=').append(Parameters.encode(value));
  }

  void addAll(String name, List<String> values) {
    if (!values.isEmpty()) {
      add(name, String.join(",", values));
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
