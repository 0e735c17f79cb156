package net.sociallook.registry.page.giving;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.request.RequestsToClient;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Makes {@link Offer}s. */
@Component
public class Offers {
  private static final int MOST_MONTHS = 12;

  private final RequestsToClient requests;
  private final Directory directory;
  private final Clock clock;

  Offers(RequestsToClient requests, Directory directory, Clock clock) {
    this.requests = requests;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @throws Refused with {@link Problem#NOT_FOUND}
   */
  public Offer of(SignedIn who, Choice.About about) {
    return switch (about) {
      case Choice.About.Asked(UUID request, InstitutionId recipient) ->
          asked(who, requests.find(who, request).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
      case Choice.About.Own(InstitutionId recipient, InstitutionId holder) ->
          own(who, recipient, holder);
    };
  }

  /** Those who have data that can be opened. */
  List<InstitutionId> holders(List<InstitutionId> linked) {
    return linked.stream().filter(id -> directory.holder(id).isPresent()).toList();
  }

  /** What is asked for; of "agree goals" also the half, "see goals". */
  Offer asked(SignedIn who, RequestsToClient.Request request) {
    List<Option> options = new ArrayList<>();
    int number = 1;
    for (Provision asked : request.provisions()) {
      Provision provision = withinOrder(who.reach(), request.institution(), asked);
      if (provision.permission() == Permission.GOALS_AGREE) {
        Provision half =
            new Provision(
                Permission.GOALS_VIEW, provision.holder(), provision.purpose(), provision.limits());
        options.add(option(number, half));
      }
      options.add(option(number, provision));
      number++;
    }
    return new Offer(institution(request.institution()), options, now());
  }

  /** Everything that there is, with the data of one holder. */
  Offer own(SignedIn who, InstitutionId recipient, InstitutionId holder) {
    if (!who.reach().covers(recipient) || !who.reach().covers(holder)) {
      throw new Refused(Problem.NOT_FOUND);
    }
    Instant now = now();
    Instant end = now.atOffset(ZoneOffset.UTC).plusMonths(MOST_MONTHS).toInstant();
    Limits limits = new Limits(new Period(now, end), Confidentiality.V, Narrowing.NONE);
    InstitutionId from =
        directory.holder(holder).orElseThrow(() -> new Refused(Problem.NOT_FOUND)).id();
    return new Offer(
        institution(recipient),
        Arrays.stream(Permission.values())
            .map(permission ->
                option(
                    1,
                    withinOrder(
                        who.reach(),
                        recipient,
                        new Provision(permission, from, Purpose.CARE_COORDINATION, limits))))
            .toList(),
        now);
  }

  /** Nobody acts for a client for longer than an order lasts. */
  private static Provision withinOrder(Reach reach, InstitutionId recipient, Provision provision) {
    Limits limits = provision.limits();
    Instant end = reach.atMost(reach.atMost(limits.period().end(), recipient), provision.holder());
    return new Provision(
        provision.permission(),
        provision.holder(),
        provision.purpose(),
        new Limits(new Period(limits.period().start(), end), limits.ceiling(), limits.narrowing()));
  }

  private static Option option(int number, Provision provision) {
    return new Option(number + "." + provision.permission().code(), provision);
  }

  private Institution institution(InstitutionId id) {
    return directory.institution(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
