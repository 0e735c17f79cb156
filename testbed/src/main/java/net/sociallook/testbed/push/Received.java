package net.sociallook.testbed.push;

import java.time.Instant;
import java.util.Map;

/**
 * What a push service was sent.
 *
 * @param headers by name in lower case
 * @param fault what is wrong with the proof of who sent it; empty where it is right
 */
public record Received(
    String path, Map<String, String> headers, byte[] body, String fault, Instant at) {
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
