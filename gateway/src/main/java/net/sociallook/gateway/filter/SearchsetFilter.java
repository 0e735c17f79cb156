package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;

/**
 * Filters a searchset Bundle. What comes out is a fresh Bundle: entries that may be released with
 * our own full URLs, our own links, no total, and no trace of what was withheld.
 *
 * <p>{@link #feed} returns nothing until the first entry is released, so an answer found defective
 * before that can still be refused as a whole.
 */
public final class SearchsetFilter implements AnswerFilter {
  public SearchsetFilter(Terms terms, Addresses addresses) {}

  @Override
  public byte[] feed(ByteBuffer chunk) {
    throw new UnsupportedOperationException("filter: being built");
  }

  @Override
  public byte[] finish() {
    throw new UnsupportedOperationException("filter: being built");
  }

  @Override
  public Tally tally() {
    return Tally.NOTHING;
  }
}
