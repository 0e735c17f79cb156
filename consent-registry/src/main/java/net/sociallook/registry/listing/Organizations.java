package net.sociallook.registry.listing;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.registry.directory.Institution;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An institution and its teams, which are parts of it. */
final class Organizations {
  private static final String TYPES = "http://terminology.hl7.org/CodeSystem/organization-type";
  private static final String KINDS = "https://sociallook.net/fhir/CodeSystem/institution-kind";

  private Organizations() {}

  static Stream<Listed> of(Institution institution) {
    List<Listed.Code> codes =
        List.of(
            new Listed.Code(KINDS, institution.kind().code()),
            new Listed.Code(TYPES, nearest(institution)));
    Listed whole =
        new Listed(
            institution.id().value(),
            Optional.of(institution.name()),
            codes,
            Optional.empty(),
            () -> whole(institution, codes));
    return Stream.concat(
        Stream.of(whole), institution.teams().stream().map(team -> team(institution, team)));
  }

  private static ObjectNode whole(Institution institution, List<Listed.Code> codes) {
    String id = institution.id().value();
    ObjectNode organization =
        DirectoryResources.active("Organization", id)
            .set("identifier", DirectoryResources.identifier("institution", id))
            .set("type", type(codes))
            .put("name", institution.name());
    institution
        .facility()
        .address()
        .ifPresent(
            address -> organization.set("address", array(DirectoryResources.address(address))));
    if (institution.isHolder()) {
      organization.set("endpoint", array(reference("Endpoint/" + id)));
    }
    return organization;
  }

  private static Listed team(Institution institution, Institution.Team team) {
    List<Listed.Code> codes = List.of(new Listed.Code(TYPES, "team"));
    String id = team.id().value();
    return new Listed(
        id,
        Optional.of(team.name()),
        codes,
        Optional.empty(),
        () ->
            DirectoryResources.active("Organization", id)
                .set("identifier", DirectoryResources.identifier("team", id))
                .set("type", type(codes))
                .put("name", team.name())
                .set("partOf", DirectoryResources.organization(institution)));
  }

  private static ArrayNode type(List<Listed.Code> codes) {
    ArrayNode codings = array();
    codes.forEach(code -> codings.add(coding(code.system(), code.code())));
    return array(object().set("coding", codings));
  }

  /** The nearest that FHIR has: government, community group, educational institute. */
  private static String nearest(Institution institution) {
    return switch (institution.kind()) {
      case BENEFIT_AUTHORITY, YOUTH_OFFICE -> "govt";
      case PROVIDER -> "cg";
      case SCHOOL -> "edu";
    };
  }
}
