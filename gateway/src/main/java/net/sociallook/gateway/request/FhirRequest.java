package net.sociallook.gateway.request;

import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;

/** Everything that can be asked of a gateway. */
public sealed interface FhirRequest {
  InstitutionId holder();

  Operation operation();

  /** The id that is asked for, if one is. */
  default Optional<ResourceId> resource() {
    return Optional.empty();
  }

  /**
   * {@code GET /fhir/{holder}/{type}/{id}}.
   *
   * @param id of a Patient, the recipient's pseudonym of her
   */
  record Read(InstitutionId holder, ResourceType type, ResourceId id) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(type, Interaction.READ);
    }

    @Override
    public Optional<ResourceId> resource() {
      return Optional.of(id);
    }
  }

  /** {@code GET /fhir/{holder}/{type}?…} or {@code POST …/_search}. */
  record Search(InstitutionId holder, Query query) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(query.type(), Interaction.SEARCH);
    }
  }

  /** {@code GET /fhir/{holder}/{type}?_cursor=…}: a further page of a search. */
  record NextPage(InstitutionId holder, ResourceType type, String cursor) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(type, Interaction.SEARCH);
    }
  }

  /** {@code GET /fhir/{holder}/Binary/{document}-{n}}. */
  record ReadBinary(InstitutionId holder, BinaryId id) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(ResourceType.BINARY, Interaction.READ);
    }

    @Override
    public Optional<ResourceId> resource() {
      return Optional.of(id.value());
    }
  }

  /**
   * An operation that exists and that this gateway does not carry out. It is decided all the same,
   * so that the answer does not depend on what a token allows.
   */
  record NotServed(InstitutionId holder, Operation operation) implements FhirRequest {}
}
