package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.adapter.goal.CarePlan;
import net.sociallook.adapter.goal.CarePlanQuery;
import net.sociallook.adapter.goal.CarePlanStatus;
import net.sociallook.adapter.goal.CarePlans;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The plans of cooperation (§ 15 SGB II) with the customers. A draft is not shown. */
final class RestCarePlans implements CarePlans {
  private static final Codes<CarePlanStatus> STATES =
      new Codes<>(
          Map.of(
              "L", CarePlanStatus.ACTIVE,
              "E", CarePlanStatus.COMPLETED,
              "W", CarePlanStatus.REVOKED));

  private static final Code CATEGORY =
      new Code(
          "https://sociallook.net/fhir/CodeSystem/care-plan-category",
          "integration",
          "Kooperationsplan nach § 15 SGB II");

  private final Collection<CarePlan> plans;

  RestCarePlans(Fallwerk system, ZoneId zone) {
    this.plans =
        new Collection<>(
            system,
            new Collection.Shape<>("plan-", "kooperationsplaene", true, RestCarePlans::carePlan),
            zone);
  }

  @Override
  public Page<CarePlan> search(String client, CarePlanQuery query, PageRequest page) {
    return plans.page(
        Ask.of(client),
        plan ->
            Codes.wants(query.status(), plan.status())
                && Codes.matches(query.category(), plan.category())
                && query.lastUpdated().contains(plan.lastUpdated()),
        page);
  }

  @Override
  public Optional<CarePlan> read(String id) {
    return plans.read(id);
  }

  @Override
  public boolean isReachable() {
    return plans.system().isReachable();
  }

  private static Optional<CarePlan> carePlan(Row row) throws IncompleteException {
    Optional<CarePlanStatus> status = STATES.of(row.text("stand"));
    if (status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CarePlan(
            "plan-" + row.number(),
            row.client(),
            status.get(),
            List.of(CATEGORY),
            row.text("titel"),
            row.day("von"),
            row.maybeDay("bis"),
            row.caseworker(),
            goals(row),
            row.changedAt(),
            row.labels()));
  }

  // The case system writes them in one text: 501;502
  private static List<String> goals(Row row) {
    return row.maybe("ziele").stream()
        .flatMap(numbers -> Stream.of(numbers.split(";")))
        .map(number -> Notation.number(number).orElseThrow(() -> Row.wrong("ziele")))
        .map(number -> "ziel-" + number)
        .toList();
  }
}
