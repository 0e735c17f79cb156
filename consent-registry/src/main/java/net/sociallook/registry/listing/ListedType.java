package net.sociallook.registry.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sociallook.registry.fhir.Served;

/** The types of resources that the directory is told in, and what each is searched by. */
enum ListedType {
  ORGANIZATION("Organization", SearchParameter.NAME, SearchParameter.TYPE),
  PRACTITIONER("Practitioner", SearchParameter.NAME),
  PRACTITIONER_ROLE("PractitionerRole", SearchParameter.ORGANIZATION),
  HEALTHCARE_SERVICE(
      "HealthcareService",
      SearchParameter.NAME,
      SearchParameter.SERVICE_TYPE,
      SearchParameter.ORGANIZATION),
  LOCATION("Location", SearchParameter.NAME, SearchParameter.ORGANIZATION),
  ENDPOINT("Endpoint", SearchParameter.NAME, SearchParameter.ORGANIZATION);

  private final String code;
  private final List<SearchParameter> parameters;

  ListedType(String code, SearchParameter... parameters) {
    this.code = code;
    this.parameters = List.of(parameters);
  }

  /** The name of the type in FHIR. */
  String code() {
    return code;
  }

  /** Beside {@code _id} and those that page. */
  List<SearchParameter> parameters() {
    return parameters;
  }

  static Optional<ListedType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  static Served served() {
    return new Served(Arrays.stream(values()).map(ListedType::type).toList());
  }

  private Served.Type type() {
    List<Served.Parameter> all =
        new java.util.ArrayList<>(List.of(new Served.Parameter("_id", "token")));
    parameters.forEach(one -> all.add(new Served.Parameter(one.code(), one.type())));
    return new Served.Type(code, List.copyOf(all));
  }
}
