package net.sociallook.registry.page.grants;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a client wants to leave of a grant.
 *
 * @param alive those of the grant's provisions that the form has shown
 * @param mark of what the form has shown
 * @param keep which of them stay, by their place
 * @param until where all end at the latest
 * @param only the one person, and the one document of each holder
 */
record Less(
    UnaryOperator<List<Provision>> alive,
    String mark,
    Set<Integer> keep,
    Optional<Instant> until,
    Only only)
    implements Narrowings.Less {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String DOCUMENT = "document.";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** What a provision is narrowed to; documents by the holder that has them. */
  record Only(Optional<CaseworkerId> person, Map<InstitutionId, ResourceId> documents) {}

  /**
   * @throws Refused if it is not understood
   */
  static Less of(MultiValueMap<String, String> form, UnaryOperator<List<Provision>> alive) {
    try {
      Set<Integer> keep = new HashSet<>();
      form.getOrDefault("keep", List.of()).forEach(place -> keep.add(Integer.valueOf(place)));
      return new Less(
          alive,
          given(form, "mark").orElse(""),
          keep,
          given(form, "until")
              .map(day -> LocalDate.parse(day).plusDays(1).atStartOfDay(BERLIN).toInstant()),
          new Only(given(form, "person").map(CaseworkerId::new), documents(form)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED);
    }
  }

  /** Fields {@code document.<holder>}; an empty one changes nothing. */
  private static Map<InstitutionId, ResourceId> documents(MultiValueMap<String, String> form) {
    Map<InstitutionId, ResourceId> documents = new HashMap<>();
    if (form.containsKey("document")) {
      throw new IllegalArgumentException("document: whose? (expected: document.<holder>)");
    }
    for (String name : form.keySet()) {
      if (name.startsWith(DOCUMENT)) {
        given(form, name)
            .ifPresent(id ->
                documents.put(
                    new InstitutionId(name.substring(DOCUMENT.length())), new ResourceId(id)));
      }
    }
    return documents;
  }

  private static Optional<String> given(MultiValueMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).filter(value -> !value.isBlank());
  }

  /** Something else for other provisions. */
  static String mark(List<Provision> provisions) {
    return Integer.toHexString(provisions.toString().hashCode());
  }

  /** An id from an address, where it is one. */
  static @Nullable String id(@Nullable String value) {
    return value != null && ID.matcher(value).matches() ? value : null;
  }

  @Override
  public List<Provision> of(List<Provision> present) {
    List<Provision> now = alive.apply(present);
    if (!mark(now).equals(mark)) {
      throw new Refused(Problem.GRANT_CHANGED);
    }
    return IntStream.range(0, now.size())
        .filter(keep::contains)
        .mapToObj(now::get)
        .flatMap(this::narrowed)
        .toList();
  }

  private Stream<Provision> narrowed(Provision provision) {
    Limits limits = provision.limits();
    Period period = limits.period();
    Instant end = until.filter(day -> day.isBefore(period.end())).orElse(period.end());
    if (!end.isAfter(period.start())) {
      return Stream.empty();
    }
    // Nothing else than reading is about documents that are there: it would open nothing any more.
    Optional<ResourceId> document =
        provision.permission() == Permission.DOCUMENTS_READ
            ? Optional.ofNullable(only.documents().get(provision.holder()))
            : Optional.empty();
    Narrowing narrowing = limits.narrowing();
    return Stream.of(
        new Provision(
            provision.permission(),
            provision.holder(),
            provision.purpose(),
            new Limits(
                new Period(period.start(), end),
                limits.ceiling(),
                new Narrowing(
                    document.or(narrowing::document),
                    narrowing.team(),
                    only.person().or(narrowing::caseworker)))));
  }
}
