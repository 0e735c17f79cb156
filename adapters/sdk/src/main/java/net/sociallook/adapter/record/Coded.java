package net.sociallook.adapter.record;

import java.util.Locale;

/** A value of a closed list of FHIR, named in an enum as FHIR names it. */
public interface Coded {
  /** The name of the enum constant. */
  String name();

  /** FHIR's code: {@code ENTERED_IN_ERROR} is {@code entered-in-error}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
