package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.referral.Referral;
import net.sociallook.adapter.referral.ReferralQuery;
import net.sociallook.adapter.referral.ReferralStatus;
import net.sociallook.adapter.referral.Referrals;

/** That customers are referred to a provider. A draft is not shown. */
final class RestReferrals implements Referrals {
  private static final String SYSTEM = "https://sociallook.net/fhir/CodeSystem/service";
  private static final Codes<ReferralStatus> STATES =
      new Codes<>(
          Map.of(
              "ERT", ReferralStatus.ACTIVE,
              "RUH", ReferralStatus.ON_HOLD,
              "ERL", ReferralStatus.COMPLETED,
              "WID", ReferralStatus.REVOKED));
  private static final Codes<Code> SERVICES =
      new Codes<>(
          Map.of(
              "AKT", new Code(SYSTEM, "activation", "Aktivierung und berufliche Eingliederung"),
              "BVB", new Code(SYSTEM, "vocational-preparation", "Berufsvorbereitung"),
              "COA", new Code(SYSTEM, "coaching", "Ganzheitliche Betreuung"),
              "SCH", new Code(SYSTEM, "debt-counselling", "Schuldnerberatung")));

  private final Collection<Referral> referrals;

  RestReferrals(Fallwerk system, ZoneId zone) {
    this.referrals =
        new Collection<>(
            system,
            new Collection.Shape<>(
                "auftrag-", "vermittlungsauftraege", true, RestReferrals::referral),
            zone);
  }

  @Override
  public Page<Referral> search(String client, ReferralQuery query, PageRequest page) {
    return referrals.page(
        Ask.of(client),
        referral ->
            Codes.wants(query.status(), referral.status())
                && query.lastUpdated().contains(referral.lastUpdated()),
        page);
  }

  @Override
  public Optional<Referral> read(String id) {
    return referrals.read(id);
  }

  @Override
  public boolean isReachable() {
    return referrals.system().isReachable();
  }

  private static Optional<Referral> referral(Row row) throws IncompleteException {
    Optional<ReferralStatus> status = STATES.of(row.text("stand"));
    Optional<Code> service = SERVICES.of(row.text("leistung"));
    if (status.isEmpty() || service.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Referral(
            "auftrag-" + row.number(),
            row.client(),
            status.get(),
            service.get(),
            row.millis("erteilt"),
            row.caseworker(),
            Parties.maybe(row.inner("traeger")),
            row.changedAt(),
            row.labels()));
  }
}
