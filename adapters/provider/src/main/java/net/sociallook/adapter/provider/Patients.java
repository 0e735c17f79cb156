package net.sociallook.adapter.provider;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/**
 * Who is who: the client's local id is the number of the participant, an identifier of the server's
 * Patient; resources refer to the Patient's own id.
 */
record Patients(FhirSystem system) {
  /** Whose numbers the participants' are: this make's, the same at every institution. */
  static final String NUMBERS = "https://traegerakte.example/fhir/sid/teilnehmer";

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");

  /**
   * The Patient with this number, and no other.
   *
   * @throws SystemFailure if there are two of them
   */
  Optional<Patient> numbered(String localId) {
    if (!NUMBER.matcher(localId).matches()) {
      return Optional.empty();
    }
    String query =
        "identifier=" + NUMBERS.replace(":", "%3A").replace("/", "%2F") + "%7C" + localId;
    List<Patient> found =
        new PageWalk<>(system, Patient.class).all(query, () -> new Having(localId)).found;
    if (found.size() > 1) {
      throw new SystemFailure("participant: found twice (expected: once)");
    }
    return found.stream().findFirst();
  }

  /** The number of the Patient with this id of the server's. */
  Optional<String> numberOf(String id) {
    return system.get(
        URI.create(system.base() + "/Patient/" + id),
        answer ->
            answer
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .filter(patient -> id.equals(patient.getIdPart()))
                .flatMap(Patients::number));
  }

  /** Empty where it has none, or the record was given up. */
  static Optional<String> number(Patient patient) {
    if (patient.hasActive() && !patient.getActive() || !Resources.isUnderstood(patient)) {
      return Optional.empty();
    }
    Set<String> numbers = new LinkedHashSet<>();
    patient.getIdentifier().stream()
        .filter(identifier -> NUMBERS.equals(identifier.getSystem()))
        .filter(identifier -> identifier.getUse() != Identifier.IdentifierUse.OLD)
        .filter(Identifier::hasValue)
        .forEach(identifier -> numbers.add(identifier.getValue()));
    return numbers.size() == 1 ? numbers.stream().findFirst() : Optional.empty();
  }

  /** Keeps those with the number; a server may answer more than was asked for. */
  private static final class Having implements Consumer<SearchPage<Patient>> {
    private final String localId;
    private final List<Patient> found = new ArrayList<>();

    Having(String localId) {
      this.localId = localId;
    }

    @Override
    public void accept(SearchPage<Patient> page) {
      page.matches().stream()
          .filter(patient -> number(patient).equals(Optional.of(localId)))
          .filter(
              patient -> found.stream().noneMatch(f -> f.getIdPart().equals(patient.getIdPart())))
          .forEach(found::add);
    }
  }
}
