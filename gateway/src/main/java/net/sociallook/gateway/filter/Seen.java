package net.sociallook.gateway.filter;

import java.util.HashSet;
import java.util.Set;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;

/**
 * What is in a page of ours already: no entry stands there twice, whatever the holder repeats.
 *
 * <p>Where the holder is asked for the beginning of its page once more, the answer must be the same
 * as before; so what was taken from that page is forgotten for it.
 *
 * @see <a href="https://hl7.org/fhir/R4/bundle.html#invs">FHIR R4, Bundle, bdl-7</a>
 */
final class Seen {
  /** As many as a page can have; an answer of more has no pages of ours. */
  private static final int MOST = 128;

  private final Set<Entry> before = new HashSet<>();
  private final Set<Entry> now = new HashSet<>();

  private record Entry(ResourceType type, ResourceId id) {}

  /**
   * Begins a Bundle of the holder.
   *
   * @param wanted whether entries of it may be released
   */
  void begin(boolean wanted) {
    if (wanted) {
      before.addAll(now);
    }
    now.clear();
  }

  /** Whether this is the first of its kind; from now on it is not. */
  boolean isNew(ResourceType type, ResourceId id) {
    Entry entry = new Entry(type, id);
    if (before.contains(entry)) {
      return false;
    }
    return now.size() == MOST ? !now.contains(entry) : now.add(entry);
  }
}
