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

  /** {@code GET /fhir/{holder}/DocumentReference/{id}}. */
  record ReadDocument(InstitutionId holder, ResourceId id) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(ResourceType.DOCUMENT_REFERENCE, Interaction.READ);
    }

    @Override
    public Optional<ResourceId> resource() {
      return Optional.of(id);
    }
  }

  /** {@code GET /fhir/{holder}/DocumentReference?…} or {@code POST …/_search}. */
  record SearchDocuments(InstitutionId holder, DocumentQuery query) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(ResourceType.DOCUMENT_REFERENCE, Interaction.SEARCH);
    }
  }

  /** {@code GET /fhir/{holder}/DocumentReference?_cursor=…}: a further page of a search. */
  record NextPage(InstitutionId holder, String cursor) implements FhirRequest {
    @Override
    public Operation operation() {
      return new Operation(ResourceType.DOCUMENT_REFERENCE, Interaction.SEARCH);
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
