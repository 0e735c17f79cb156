package net.sociallook.adapter;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.fhir.FhirGate;
import net.sociallook.adapter.fhir.PageSeal;
import net.sociallook.adapter.fhir.RecordProvider;
import net.sociallook.adapter.record.Source;
import net.sociallook.adapter.resource.Face;
import net.sociallook.adapter.search.ResourceKind;

/** The kinds of data that one adapter has. */
record Kinds(Map<ResourceKind, Face<?, ?>> faces) {
  /**
   * @throws IllegalArgumentException if there is none, an unknown one, or two of the same kind
   */
  static Kinds of(List<Source<?>> sources) {
    Map<ResourceKind, Face<?, ?>> faces = new EnumMap<>(ResourceKind.class);
    for (Source<?> source : sources) {
      Face<?, ?> face = Face.of(source);
      if (faces.put(face.mapping().kind(), face) != null) {
        throw new IllegalArgumentException(
            "kind: " + face.mapping().kind().type() + " given twice (expected: once)");
      }
    }
    if (faces.isEmpty()) {
      throw new IllegalArgumentException("kinds: none (expected: at least one)");
    }
    return new Kinds(faces);
  }

  FhirGate.Surface surface(ZoneId zone) {
    return new FhirGate.Surface(faces.keySet(), zone);
  }

  List<RecordProvider<?, ?>> providers(String institution, PageSeal pages) {
    return faces.values().stream()
        .<RecordProvider<?, ?>>map(face -> new RecordProvider<>(face, institution, pages))
        .collect(Collectors.toList());
  }

  Optional<Documents> documents() {
    return Optional.ofNullable(faces.get(ResourceKind.DOCUMENT_REFERENCE))
        .map(Face::records)
        .filter(Documents.class::isInstance)
        .map(Documents.class::cast);
  }

  boolean areReachable() {
    return faces.values().stream().allMatch(face -> face.records().isReachable());
  }
}
