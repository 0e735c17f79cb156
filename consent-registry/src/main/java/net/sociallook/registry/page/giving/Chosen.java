package net.sociallook.registry.page.giving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * What a form amounts to: provisions, each within its option, or what the client has to correct.
 */
public sealed interface Chosen {
  Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  record Sound(List<Provision> provisions) implements Chosen {}

  record Trouble(Kind kind) implements Chosen {}

  enum Kind {
    /** No switch is on. */
    NOTHING,
    /** No day, or one that cannot be chosen. */
    UNTIL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws Refused where the form names what was not offered
   */
  static Chosen of(Offer offer, Choice.Form form) {
    if (form.allow().isEmpty()) {
      return new Trouble(Kind.NOTHING);
    }
    Optional<Instant> end = end(offer, form.until());
    if (end.isEmpty()) {
      return new Trouble(Kind.UNTIL);
    }
    Wished wished =
        new Wished(end.get(), level(offer, form), person(offer, form), documents(offer, form));
    List<Provision> all =
        form.allow().stream().distinct().map(key -> provision(offer, key, wished)).toList();
    return new Sound(
        all.stream()
            .filter(one -> all.stream().noneMatch(o -> !o.equals(one) && one.liesWithin(o)))
            .toList());
  }

  /** What holds for all switches of a form. */
  record Wished(
      Instant end,
      Confidentiality level,
      Optional<CaseworkerId> person,
      Map<InstitutionId, ResourceId> documents) {}

  private static Provision provision(Offer offer, String key, Wished wished) {
    Provision widest =
        offer.options().stream()
            .filter(option -> option.key().equals(key))
            .map(Option::widest)
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.MALFORMED));
    Limits most = widest.limits();
    Narrowing narrowing = most.narrowing();
    Instant end = wished.end().isBefore(most.period().end()) ? wished.end() : most.period().end();
    Confidentiality level =
        wished.level().isAtMost(most.ceiling()) ? wished.level() : most.ceiling();
    return new Provision(
        widest.permission(),
        widest.holder(),
        widest.purpose(),
        new Limits(
            new Period(most.period().start(), end),
            level,
            new Narrowing(
                narrowing.document().or(() -> documentFor(widest, wished)),
                narrowing.team(),
                narrowing.caseworker().or(wished::person))));
  }

  /** Nothing else than reading is about documents that are there: it would open nothing. */
  private static Optional<ResourceId> documentFor(Provision widest, Wished wished) {
    return widest.permission() == Permission.DOCUMENTS_READ
        ? Optional.ofNullable(wished.documents().get(widest.holder()))
        : Optional.empty();
  }

  private static Optional<Instant> end(Offer offer, String until) {
    try {
      LocalDate day = LocalDate.parse(until);
      return day.isBefore(offer.first()) || day.isAfter(offer.last())
          ? Optional.empty()
          : Optional.of(day.plusDays(1).atStartOfDay(Offer.BERLIN).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Confidentiality level(Offer offer, Choice.Form form) {
    return form.level().isEmpty()
        ? Confidentiality.N
        : offer.levels().stream()
            .filter(level -> level.name().equals(form.level()))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.MALFORMED));
  }

  private static Optional<CaseworkerId> person(Offer offer, Choice.Form form) {
    if (form.person().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        offer.people().stream()
            .map(one -> one.id())
            .filter(id -> id.value().equals(form.person()))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.MALFORMED)));
  }

  private static Map<InstitutionId, ResourceId> documents(Offer offer, Choice.Form form) {
    Map<InstitutionId, ResourceId> documents = new HashMap<>();
    form.documents()
        .forEach((holder, document) -> {
          InstitutionId known =
              offer.documentHolders().stream()
                  .filter(id -> id.value().equals(holder))
                  .findFirst()
                  .orElseThrow(() -> new Refused(Problem.MALFORMED));
          if (!DOCUMENT.matcher(document).matches()) {
            throw new Refused(Problem.MALFORMED);
          }
          documents.put(known, new ResourceId(document));
        });
    return documents;
  }
}
