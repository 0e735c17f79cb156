package net.sociallook.adapter.provider;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The people and organisations that a resource brings along: contained in it, or included. */
record People(Map<String, Resource> byReference) {
  static People of(DomainResource resource, List<Resource> included) {
    Map<String, Resource> people = new HashMap<>();
    for (Resource other : included) {
      people.put(other.fhirType() + "/" + other.getIdPart(), other);
    }
    for (Resource part : resource.getContained()) {
      String id = part.getIdElement().getIdPart();
      if (id != null) {
        people.put(id.startsWith("#") ? id : "#" + id, part);
      }
    }
    return new People(people);
  }

  /** Whom a reference means; empty where the server did not say. */
  Optional<Resource> find(Reference reference, URI base) {
    String text = reference.getReference();
    if (text == null) {
      return Optional.empty();
    }
    return text.startsWith("#")
        ? Optional.ofNullable(byReference.get(text))
        : Pointer.of(text, base).map(it -> byReference.get(it.type() + "/" + it.id()));
  }
}
