package net.sociallook.adapter.provider;

import java.time.ZoneId;

/**
 * One institution's FHIR server.
 *
 * @param institution the institution's id in SOCIALLOOK
 * @param zone in which dates without a time are meant
 */
record Existing(FhirSystem system, String institution, ZoneId zone) {
  Patients patients() {
    return new Patients(system);
  }
}
