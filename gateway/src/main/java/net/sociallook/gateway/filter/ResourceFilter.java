package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.Reason;
import net.sociallook.consent.ResourceId;

/**
 * Filters a single resource of at most 1 MiB. {@link #feed} always returns nothing; {@link #finish}
 * returns the filtered resource, or nothing when it is not to be seen.
 */
public final class ResourceFilter implements AnswerFilter {
  private static final byte[] NOTHING = {};

  private final Judge judge;
  private final ResourceWriter writer;
  private final ResourceId asked;
  private final Output out = new Output(2048);
  private final Tokenizer tokens = new Tokenizer(0);
  private final Tape tape = new Tape(tokens);
  private final Soundness soundness = new Soundness();
  private final Count count = new Count();
  private List<Attachment> attachments = List.of();
  private Optional<Reason> denied = Optional.empty();

  /**
   * @param asked the id that was asked for; for a Binary, that of its DocumentReference. An answer
   *     with another one is {@link Defect#OTHER_RESOURCE}
   */
  public ResourceFilter(Terms terms, ResourceId asked) {
    this(terms, asked, AllowList.of(terms), ConsentPolicy::release);
  }

  ResourceFilter(Terms terms, ResourceId asked, AllowList allowList, ReleaseRule rule) {
    this.asked = asked;
    judge = new Judge(terms, allowList, rule);
    writer = new ResourceWriter(new ClientReference(terms.client()), allowList, out);
  }

  @Override
  public byte[] feed(ByteBuffer chunk) {
    return soundness.whileSound(() -> {
      read(chunk);
      return NOTHING;
    });
  }

  @Override
  public byte[] finish() {
    return soundness.whileSound(() -> {
      if (!tokens.isDone()) {
        throw new DefectiveAnswer(Defect.TRUNCATED);
      }
      count.giveOut();
      return out.drain();
    });
  }

  @Override
  public Tally tally() {
    return count.givenOut();
  }

  /** After {@link #finish}: whether the resource may be seen. */
  public boolean isVisible() {
    return tally().releasedCount() > 0;
  }

  /**
   * After {@link #finish}: why the policy denies it; empty where it is visible, or was withheld
   * because it cannot be judged.
   */
  public Optional<Reason> denied() {
    return denied;
  }

  /** After {@link #finish}: the files of the released document, in its order; else empty. */
  public List<Attachment> attachments() {
    return isVisible() ? attachments : List.of();
  }

  private void read(ByteBuffer chunk) {
    while (chunk.hasRemaining()) {
      tokens.take(chunk);
      Token token = tokens.next();
      while (token != Token.NEED_MORE) {
        add(token);
        token = tokens.next();
      }
      requireBounded();
    }
  }

  private void requireBounded() {
    if (tokens.held() > SearchsetReader.MOST_BYTES) {
      throw new DefectiveAnswer(Defect.TOO_LARGE);
    }
  }

  private void add(Token token) {
    if (tokens.keptFrom() < 0) {
      tokens.keep();
    }
    if (tape.add(token)) {
      requireBounded();
      judge();
      tokens.letGo();
    }
  }

  private void judge() {
    switch (judge.judge(tape, 0)) {
      case Verdict.Withhold withhold -> {
        denied = withhold.reason();
        count.withheld(1);
      }
      case Verdict.Release release -> write(release);
    }
  }

  private void write(Verdict.Release release) {
    if (!release.candidate().id().equals(asked.value())) {
      throw new DefectiveAnswer(Defect.OTHER_RESOURCE);
    }
    if (writer.write(tape, 0, release)) {
      count.released(release.candidate().facts());
      attachments = AttachmentReader.read(tape, release.candidate().id());
    } else {
      out.truncate(0);
      count.withheld(1);
    }
  }
}
