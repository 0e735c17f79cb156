package net.sociallook.registry.listing;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Facility;
import net.sociallook.registry.directory.Institution;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The resources of each type that the directory is told in. Where one institution or caseworker is
 * several resources, all have its id.
 *
 * @see <a href="https://profiles.ihe.net/ITI/mCSD/">IHE Mobile Care Services Discovery</a>
 */
final class DirectoryResources {
  private static final String OWN = "https://sociallook.net/fhir/";
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

  private final Directory directory;
  private final String gateway;

  /**
   * @param gateway FHIR base address of the gateways
   */
  DirectoryResources(Directory directory, String gateway) {
    this.directory = directory;
    this.gateway = gateway;
  }

  Stream<Listed> of(ListedType type) {
    Stream<Institution> institutions = directory.institutions().stream();
    return switch (type) {
      case ORGANIZATION -> institutions.flatMap(one -> Organizations.of(one));
      case PRACTITIONER -> institutions.flatMap(DirectoryResources::practitioners);
      case PRACTITIONER_ROLE -> institutions.flatMap(DirectoryResources::roles);
      case HEALTHCARE_SERVICE -> institutions.flatMap(DirectoryResources::services);
      case LOCATION -> institutions.flatMap(one -> location(one).stream());
      case ENDPOINT -> institutions.filter(Institution::isHolder).map(this::endpoint);
    };
  }

  private static Stream<Listed> practitioners(Institution institution) {
    return institution.caseworkers().stream()
        .map(one ->
            new Listed(
                one.id().value(),
                Optional.of(one.name()),
                List.of(),
                Optional.empty(),
                () -> practitioner(one)));
  }

  private static ObjectNode practitioner(Institution.Caseworker one) {
    return active("Practitioner", one.id().value())
        .set("identifier", identifier("caseworker", one.id().value()))
        .set("name", array(object().put("use", "official").put("text", one.name())));
  }

  private static Stream<Listed> roles(Institution institution) {
    return institution.caseworkers().stream()
        .map(one ->
            new Listed(
                one.id().value(),
                Optional.empty(),
                List.of(),
                Optional.of(institution.id().value()),
                () -> role(institution, one)));
  }

  private static ObjectNode role(Institution institution, Institution.Caseworker one) {
    ObjectNode role = active("PractitionerRole", one.id().value());
    one.team()
        .ifPresent(team ->
            role.set(
                "extension",
                array(
                    object()
                        .put("url", OWN + "StructureDefinition/team")
                        .set("valueReference", reference("Organization/" + team)))));
    ObjectNode practitioner = reference("Practitioner/" + one.id()).put("display", one.name());
    ObjectNode code =
        object()
            .set("coding", array(coding(OWN + "CodeSystem/role", one.roleCode())))
            .put("text", one.role());
    return role.set("practitioner", practitioner)
        .set("organization", organization(institution))
        .set("code", array(code));
  }

  private static Stream<Listed> services(Institution institution) {
    return institution.facility().services().stream()
        .map(one ->
            new Listed(
                one.id(),
                Optional.of(one.name()),
                List.of(new Listed.Code(OWN + "CodeSystem/service", one.type())),
                Optional.of(institution.id().value()),
                () -> service(institution, one)));
  }

  private static ObjectNode service(Institution institution, Facility.Service one) {
    ObjectNode service =
        active("HealthcareService", one.id())
            .set("providedBy", organization(institution))
            .set(
                "type",
                array(
                    object().set("coding", array(coding(OWN + "CodeSystem/service", one.type())))))
            .put("name", one.name());
    one.description().ifPresent(text -> service.put("comment", text));
    institution
        .facility()
        .address()
        .ifPresent(
            address -> service.set("location", array(reference("Location/" + institution.id()))));
    return service;
  }

  private static Optional<Listed> location(Institution institution) {
    return institution
        .facility()
        .address()
        .map(address ->
            new Listed(
                institution.id().value(),
                Optional.of(institution.name()),
                List.of(),
                Optional.of(institution.id().value()),
                () ->
                    resource("Location", institution.id().value())
                        .put("status", "active")
                        .put("name", institution.name())
                        .put("mode", "instance")
                        .set("address", address(address))
                        .set("managingOrganization", organization(institution))));
  }

  private Listed endpoint(Institution institution) {
    String id = institution.id().value();
    return new Listed(
        id,
        Optional.of(institution.name()),
        List.of(),
        Optional.of(id),
        () -> {
          ArrayNode mimeTypes = array().add("application/fhir+json");
          return resource("Endpoint", id)
              .put("status", "active")
              .set(
                  "connectionType",
                  coding(TERMINOLOGY + "endpoint-connection-type", "hl7-fhir-rest"))
              .put("name", institution.name())
              .set("managingOrganization", organization(institution))
              .set(
                  "payloadType",
                  array(
                      object()
                          .set(
                              "coding",
                              array(coding(TERMINOLOGY + "endpoint-payload-type", "any")))))
              .set("payloadMimeType", mimeTypes)
              .put("address", gateway + "/" + id);
        });
  }

  static ObjectNode address(Facility.Address address) {
    ObjectNode node = object().put("use", "work");
    if (!address.line().isEmpty()) {
      ArrayNode lines = array();
      address.line().forEach(lines::add);
      node.set("line", lines);
    }
    return node.put("city", address.city())
        .put("postalCode", address.postalCode())
        .put("country", "DE");
  }

  static ObjectNode organization(Institution institution) {
    return reference("Organization/" + institution.id()).put("display", institution.name());
  }

  static ArrayNode identifier(String kind, String value) {
    return array(object().put("system", OWN + "sid/" + kind).put("value", value));
  }

  static ObjectNode active(String type, String id) {
    return resource(type, id).put("active", true);
  }

  private static ObjectNode resource(String type, String id) {
    return object().put("resourceType", type).put("id", id);
  }
}
