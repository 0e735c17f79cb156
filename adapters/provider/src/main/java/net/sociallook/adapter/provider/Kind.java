package net.sociallook.adapter.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.sociallook.adapter.record.Source;

/** A kind of data that an institution may keep in its FHIR server, as its configuration says it. */
enum Kind {
  DOCUMENTS(FhirDocuments::new),
  APPOINTMENTS(FhirAppointments::new),
  SLOTS(FhirSlots::new),
  SCHEDULES(FhirSchedules::new),
  GOALS(FhirGoals::new),
  CARE_PLANS(FhirCarePlans::new),
  MESSAGES(FhirMessages::new),
  CONTACT(FhirContacts::new),
  REFERRALS(FhirReferrals::new),
  TASKS(FhirTasks::new);

  private final Function<Existing, Source<?>> source;

  Kind(Function<Existing, Source<?>> source) {
    this.source = source;
  }

  static Optional<Kind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equals(word)).findFirst();
  }

  Source<?> of(Existing existing) {
    return source.apply(existing);
  }

  /** The word of the configuration: {@code CARE_PLANS} is {@code care-plans}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
