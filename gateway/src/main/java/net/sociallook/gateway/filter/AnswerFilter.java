package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;

/**
 * Filters what a holder answers while it comes in. One instance per answer of ours; not
 * thread-safe.
 *
 * <p>However the answer is cut into chunks, the bytes given out, put together, are the same. Once a
 * {@link DefectiveAnswer} was thrown, every further call throws it again; bytes given out before it
 * are then all that may have left.
 */
public sealed interface AnswerFilter permits SearchsetFilter, ResourceFilter {

  /**
   * Takes the next bytes of the answer; reads the buffer to its end.
   *
   * @return what may be released now; often empty, never null. Whatever is returned was judged.
   * @throws DefectiveAnswer if the answer cannot be judged; nothing of this chunk may then leave
   */
  byte[] feed(ByteBuffer chunk);

  /**
   * Ends the answer.
   *
   * @return the closing bytes
   * @throws DefectiveAnswer if the answer is not complete
   */
  byte[] finish();

  /** What was released by the bytes given out so far, and how much was withheld. */
  Tally tally();
}
