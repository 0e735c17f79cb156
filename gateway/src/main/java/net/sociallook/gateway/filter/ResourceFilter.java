package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.Reason;
import net.sociallook.consent.ResourceId;

/**
 * Filters a single resource of at most 1 MiB. {@link #feed} always returns nothing; {@link #finish}
 * returns the filtered resource, or nothing when it is not to be seen.
 */
public final class ResourceFilter implements AnswerFilter {
  /**
   * @param asked the id that was asked for; for a Binary, that of its DocumentReference
   */
  public ResourceFilter(Terms terms, ResourceId asked) {}

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

  /** After {@link #finish}: whether the resource may be seen. */
  public boolean isVisible() {
    return false;
  }

  /**
   * After {@link #finish}: why the policy denies it; empty where it is visible, or was withheld
   * because it cannot be judged.
   */
  public Optional<Reason> denied() {
    return Optional.empty();
  }

  /** After {@link #finish}: the files of the released document, in its order; else empty. */
  public List<Attachment> attachments() {
    return List.of();
  }
}
