package net.sociallook.gateway.filter;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.ConsentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Filters searchset Bundles, one after the other, into one. What comes out is a fresh Bundle:
 * entries that may be released with our own full URLs, our own links, no total, and no trace of
 * what was withheld.
 *
 * <p>{@link #feed} returns nothing until the first entry is released, so an answer found defective
 * before that can still be refused as a whole.
 */
public final class SearchsetFilter implements AnswerFilter {
  /** What adapters send at a time, usually. */
  private static final int CHUNK = 20 * 1024;

  private final Addresses addresses;
  private final Output out = new Output(CHUNK);
  private final Soundness soundness = new Soundness();
  private final Count count = new Count();
  private final Seen seen = new Seen();
  private @Nullable BundleFilter bundle;

  public SearchsetFilter(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Begins with a Bundle all of which is wanted. */
  public SearchsetFilter(Terms terms, Addresses addresses) {
    this(addresses);
    begin(terms, Integer.MAX_VALUE);
  }

  /**
   * Begins a Bundle of the holder: the first one, or the next after {@link #end}.
   *
   * @param most how many of its entries are released at most, 0 for none. All are judged, and those
   *     that could be released but are not wanted are counted in {@link Passed}
   */
  public void begin(Terms terms, int most) {
    AllowList allowList = AllowList.of(terms);
    EntryFilter entries =
        new EntryFilter(
            new Judge(terms, allowList, ConsentPolicy::release),
            new ResourceWriter(new ClientReference(terms.client()), allowList, out),
            out,
            addresses.base().toASCIIString());
    bundle = new BundleFilter(entries, out, new BundleFilter.SoFar(count, seen), most);
  }

  @Override
  public byte[] feed(ByteBuffer chunk) {
    return soundness.whileSound(() -> {
      present().read(chunk);
      count.giveOut();
      return out.drain();
    });
  }

  /**
   * As {@link #feed}, with each entry on its own: which ones leave together must not show what came
   * between them.
   */
  public List<byte[]> entries(ByteBuffer chunk) {
    return soundness.whileSound(() -> {
      List<byte[]> each = new ArrayList<>();
      List<Integer> ends = present().read(chunk);
      count.giveOut();
      byte[] all = out.drain();
      int from = 0;
      for (int end : ends) {
        each.add(Arrays.copyOfRange(all, from, end));
        from = end;
      }
      return each;
    });
  }

  /**
   * Ends a Bundle of the holder.
   *
   * @throws DefectiveAnswer if it is not complete
   */
  public Passed end() {
    return soundness.whileSound(() -> {
      Passed passed = present().end();
      count.giveOut();
      return passed;
    });
  }

  /** Ends the present Bundle and the answer; the next page is what the holder says it is. */
  @Override
  public byte[] finish() {
    return finish(end().next());
  }

  /**
   * Ends the answer.
   *
   * @param next the holder's token of the page that ours links to as the next one
   */
  public byte[] finish(Optional<String> next) {
    return soundness.whileSound(() -> {
      out.write(count.isNothingReleased() ? BundleFilter.HEAD : "]");
      writeLinks(next.map(addresses.next()));
      out.write('}');
      return out.drain();
    });
  }

  @Override
  public Tally tally() {
    return count.givenOut();
  }

  private BundleFilter present() {
    if (bundle == null) {
      throw new IllegalStateException("bundle: none (expected: one that was begun)");
    }
    return bundle;
  }

  private void writeLinks(Optional<URI> next) {
    String links =
        addresses.self().map(self -> link("self", self)).orElse("")
            + (addresses.self().isPresent() && next.isPresent() ? "," : "")
            + next.map(url -> link("next", url)).orElse("");
    if (!links.isEmpty()) {
      out.write(",\"link\":[" + links + ']');
    }
  }

  /** A URI in its ASCII form has no character that JSON would escape. */
  private static String link(String relation, URI url) {
    return "{\"relation\":\"" + relation + "\",\"url\":\"" + url.toASCIIString() + "\"}";
  }
}
