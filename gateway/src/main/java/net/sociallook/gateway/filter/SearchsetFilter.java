package net.sociallook.gateway.filter;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.sociallook.consent.ConsentPolicy;

/**
 * Filters a searchset Bundle. What comes out is a fresh Bundle: entries that may be released with
 * our own full URLs, our own links, no total, and no trace of what was withheld.
 *
 * <p>{@link #feed} returns nothing until the first entry is released, so an answer found defective
 * before that can still be refused as a whole.
 */
public final class SearchsetFilter implements AnswerFilter {
  private static final String HEAD = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"";
  private static final byte[] BEFORE_FIRST =
      (HEAD + ",\"entry\":[").getBytes(StandardCharsets.US_ASCII);

  /** What adapters send at a time, usually. */
  private static final int CHUNK = 20 * 1024;

  private static final byte[] BEFORE_OTHERS = {','};

  private final Addresses addresses;
  private final Output out = new Output(CHUNK);
  private final EntryFilter entries;
  private final SearchsetReader reader = new SearchsetReader(this::judge);
  private final Soundness soundness = new Soundness();
  private final Count count = new Count();
  private boolean begun;

  public SearchsetFilter(Terms terms, Addresses addresses) {
    this(terms, addresses, AllowList.of(terms), ConsentPolicy::release);
  }

  SearchsetFilter(Terms terms, Addresses addresses, AllowList allowList, ReleaseRule rule) {
    this.addresses = addresses;
    entries =
        new EntryFilter(
            new Judge(terms, allowList, rule),
            new ResourceWriter(new ClientReference(terms.client()), allowList, out),
            out,
            addresses.base().toASCIIString());
  }

  @Override
  public byte[] feed(ByteBuffer chunk) {
    return soundness.whileSound(() -> {
      reader.read(chunk);
      count.giveOut();
      return out.drain();
    });
  }

  @Override
  public byte[] finish() {
    return soundness.whileSound(() -> {
      Optional<URI> next = reader.finish().map(addresses.next());
      out.write(begun ? "]" : HEAD);
      writeLinks(next);
      out.write('}');
      return out.drain();
    });
  }

  @Override
  public Tally tally() {
    return count.givenOut();
  }

  private void judge(Tape entry) {
    switch (entries.filter(entry, begun ? BEFORE_OTHERS : BEFORE_FIRST)) {
      case Verdict.Release release -> {
        begun = true;
        count.released(release.candidate().facts());
      }
      case Verdict.Withhold withhold -> count.withheld();
    }
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
