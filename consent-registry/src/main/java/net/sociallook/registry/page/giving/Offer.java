package net.sociallook.registry.page.giving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Institution;

/** What a client can choose from. Days are those of Berlin. */
public record Offer(Institution recipient, List<Option> options, Instant now) {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int USUAL_MONTHS = 6;

  public Offer {
    options = List.copyOf(options);
  }

  LocalDate first() {
    return now.atZone(BERLIN).toLocalDate();
  }

  /** The last day that can be chosen. */
  LocalDate last() {
    Instant end =
        options.stream()
            .map(option -> option.widest().limits().period().end())
            .max(Instant::compareTo)
            .orElse(now);
    LocalDate last = end.minusMillis(1).atZone(BERLIN).toLocalDate();
    LocalDate year = first().plusYears(1).minusDays(1);
    return last.isBefore(year) ? last : year;
  }

  /** What is filled in until the client decides. */
  LocalDate usual() {
    LocalDate usual = first().plusMonths(USUAL_MONTHS);
    return usual.isBefore(last()) ? usual : last();
  }

  /** From what is normally seen to the most that can be chosen. */
  List<Confidentiality> levels() {
    Confidentiality most =
        options.stream()
            .map(option -> option.widest().limits().ceiling())
            .reduce(Confidentiality.N, Confidentiality::max);
    return Arrays.stream(Confidentiality.values())
        .filter(level -> level.compareTo(Confidentiality.N) >= 0 && level.isAtMost(most))
        .toList();
  }

  /** Of whose documents one can be chosen; nobody of whom it is one already. */
  List<InstitutionId> documentHolders() {
    return options.stream()
        .map(Option::widest)
        .filter(widest -> widest.permission() == Permission.DOCUMENTS_READ)
        .filter(widest -> widest.limits().narrowing().document().isEmpty())
        .map(Provision::holder)
        .distinct()
        .toList();
  }

  /** To whom it can be narrowed; empty where it is to one person already. */
  List<Institution.Caseworker> people() {
    return recipient.caseworkers().stream()
        .filter(one -> options.stream().anyMatch(option -> admits(option, one)))
        .toList();
  }

  private static boolean admits(Option option, Institution.Caseworker one) {
    Narrowing narrowing = option.widest().limits().narrowing();
    return narrowing.caseworker().isEmpty()
        && narrowing.team().map(team -> one.team().filter(team::equals).isPresent()).orElse(true);
  }
}
