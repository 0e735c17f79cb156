package net.sociallook.registry.reach;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody acts on: parental custody or guardianship, or the court's appointment of a carer.
 *
 * @param areas of a carer, at least one; of a guardian none
 * @param until excluded
 */
public record Order(Capacity capacity, List<Area> areas, Instant until) {
  /** The court looks at an appointment again after seven years at the latest (§ 295 FamFG). */
  private static final int LONGEST_CARE_YEARS = 7;

  private static final int OF_AGE_YEARS = 18;

  /**
   * @throws IllegalArgumentException if it is none
   */
  public Order {
    areas = List.copyOf(areas);
    boolean areasFit = areas.isEmpty() == (capacity == Capacity.GUARDIAN);
    if (!areasFit || new HashSet<>(areas).size() != areas.size()) {
      throw new IllegalArgumentException(
          "areas: wrong (expected: of a carer one at least and each once, of a guardian none)");
    }
  }

  /**
   * The same, if it can be endorsed today.
   *
   * @throws IllegalArgumentException if it is over, or lasts longer than any
   */
  public Order requireEndorsable(Instant now) {
    int years = capacity == Capacity.CARER ? LONGEST_CARE_YEARS : OF_AGE_YEARS;
    Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    if (!until.isAfter(now) || until.isAfter(latest)) {
      throw new IllegalArgumentException(
          "until: over, or too far away (expected: within " + years + " years)");
    }
    return this;
  }

  /** The claim {@code representative} of {@code docs/protocol.md} section 5. */
  public Map<String, Object> claim() {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("as", capacity.code());
    claim.put("areas", areas.stream().map(Area::code).toList());
    claim.put("until", until.toString());
    return claim;
  }
}
