package net.sociallook.pilot.setup;

import java.util.Map;
import java.util.Optional;
import net.sociallook.pilot.roster.Institution;

/** What the providers keep in their systems, in the words of the provider's adapter. */
final class KeptKinds {
  private static final String USUAL = "documents,appointments,messages,contact";
  private static final Map<String, String> MORE =
      Map.of(
          "horizont-ev", "schedules,slots,goals,care-plans,tasks",
          "vocational-school-nordhausen", "schedules,slots",
          "training-company-suedharz", "goals,tasks",
          "youth-workshop-goldene-aue", "goals,care-plans,tasks",
          "housing-help-nordhausen", "referrals,tasks",
          "job-coaching-harz", "schedules,slots,goals");

  private KeptKinds() {}

  /** Providers differ in what they keep; a Jobcenter has all there is. */
  static boolean areChosen(Institution institution) {
    return SystemKind.of(institution.kind()).equals(Optional.of(SystemKind.PROVIDER));
  }

  static String at(Institution institution) {
    String more = MORE.get(institution.id());
    return more == null ? USUAL : USUAL + "," + more;
  }
}
