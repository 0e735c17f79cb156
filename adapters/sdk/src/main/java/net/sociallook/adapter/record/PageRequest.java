package net.sociallook.adapter.record;

import java.util.Optional;

/**
 * Which page of a search is wanted.
 *
 * @param count how many records at most, from 1 to {@value #MOST}
 * @param after a position that {@link Page#next} gave for the same client and query; empty for the
 *     first page
 */
public record PageRequest(int count, Optional<String> after) {
  public static final int MOST = 100;

  public PageRequest {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count: " + count + " (expected: 1 to " + MOST + ")");
    }
  }
}
