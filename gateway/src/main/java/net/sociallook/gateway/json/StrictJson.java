package net.sociallook.gateway.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses JSON that somebody else made: no duplicate members, nothing after its end, nesting of at
 * most 16 levels.
 */
public final class StrictJson {
  private static final int DEEPEST = 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(20)
                          .maxNameLength(1000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * Reads an object.
   *
   * @param name what is read, for messages
   * @throws IllegalArgumentException if it is not one; the message holds nothing of the content
   */
  public static Members object(String name, byte[] json) {
    try {
      return Members.of(name, MAPPER.readTree(json));
    } catch (JacksonException e) {
      // the cause quotes the content, so it is not passed on
      throw new IllegalArgumentException(name + ": not JSON (expected: an object)");
    }
  }

  /** Writes a value of maps, lists, strings and numbers. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
