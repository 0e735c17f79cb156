package net.sociallook.gateway.request;

import java.util.List;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param path as sent, still encoded
 * @param query as sent, still encoded, without the question mark
 * @param accept values of all {@code Accept} headers
 * @param form the media type and the text of the body of a {@code POST …/_search}; empty where
 *     there is none
 */
public record RawRequest(
    String method, String path, Optional<String> query, List<String> accept, Optional<Form> form) {

  /** A request body. */
  public record Form(String contentType, String text) {}
}
