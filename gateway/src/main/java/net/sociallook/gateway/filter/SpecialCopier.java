package net.sociallook.gateway.filter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies the values that are not simply copied. One per resource. */
final class SpecialCopier {
  private final Tape tape;
  private final Output out;
  private final ClientReference client;
  private final String resourceId;

  SpecialCopier(Tape tape, Output out, ClientReference client, String resourceId) {
    this.tape = tape;
    this.out = out;
    this.client = client;
    this.resourceId = resourceId;
  }

  Copied copy(Shape.Special rule, int value) {
    return switch (rule) {
      case Shape.Client c -> client(value);
      case Shape.Reference reference -> reference(reference.types(), value);
      case Shape.Party party -> party(party.types(), value);
      case Shape.ClientOr among -> clientOr(among.other().types(), value);
      case Shape.OneCode known -> code(known.codes(), value);
      case Shape.Label l -> label(value);
      case Shape.OwnBinary b -> ownBinary(value);
      case Shape.Hides h -> Copied.OWNER_LEFT_OUT;
      case Shape.Refuses r -> Copied.REFUSED;
    };
  }

  private Copied client(int value) {
    if (!client.isIn(tape, value)) {
      return Copied.REFUSED;
    }
    client.write(out);
    return Copied.WRITTEN;
  }

  private Copied reference(Set<String> types, int value) {
    if (tape.kind(value) != Token.OBJECT_START
        || tape.member(value, Name.MODIFIER_EXTENSION) >= 0) {
      return Copied.REFUSED;
    }
    if (types.contains("Patient") && client.isIn(tape, value)) {
      client.write(out);
      return Copied.WRITTEN;
    }
    int reference = tape.member(value, Name.REFERENCE);
    int display = display(value);
    if (reference >= 0) {
      return text(reference).filter(r -> isRelative(types, r)).isPresent()
          ? displayed(reference, display)
          : Copied.LEFT_OUT;
    }
    int type = tape.member(value, Name.TYPE);
    return display >= 0 && text(type).filter(t -> names(types, t)).isPresent()
        ? displayed(type, display)
        : Copied.LEFT_OUT;
  }

  private Copied code(Set<String> codes, int value) {
    if (!tape.isText(value) || !codes.contains(tape.text(value))) {
      return tape.isEmptyText(value) ? Copied.LEFT_OUT : Copied.REFUSED;
    }
    out.slice(tape.bytes(), tape.from(value), tape.to(value));
    return Copied.WRITTEN;
  }

  private Copied clientOr(Set<String> types, int value) {
    return client.isIn(tape, value) ? client(value) : party(types, value);
  }

  private Copied party(Set<String> types, int value) {
    boolean allowed = types.contains("Patient") && client.isIn(tape, value);
    return !allowed && mayBePatient(value) ? Copied.REFUSED : reference(types, value);
  }

  /** Whether it names a Patient, or hides whom it names. */
  private boolean mayBePatient(int value) {
    int reference = tape.member(value, Name.REFERENCE);
    int type = tape.member(value, Name.TYPE);
    if (type >= 0 && text(type).filter(t -> !t.equals("Patient")).isEmpty()) {
      return true;
    }
    if (reference >= 0) {
      return text(reference).filter(r -> !r.contains("Patient/") && r.contains("/")).isEmpty();
    }
    return type < 0 && tape.member(value, Name.IDENTIFIER) >= 0;
  }

  /** {@code Type/id} and nothing more. */
  private static boolean isRelative(Set<String> types, String reference) {
    int slash = reference.indexOf('/');
    return slash > 0
        && names(types, reference.substring(0, slash))
        && FhirIds.isId(reference.substring(slash + 1));
  }

  /** Another person than the client is never named as a Patient. */
  private static boolean names(Set<String> types, String type) {
    return types.contains(type) && !type.equals("Patient");
  }

  /** One that says nothing is none. */
  private int display(int value) {
    int display = tape.member(value, Name.DISPLAY);
    return display >= 0 && tape.isEmptyText(display) ? -1 : display;
  }

  private Copied displayed(int named, int display) {
    out.write('{');
    member(named);
    if (display >= 0) {
      if (!Leaf.TEXT.accepts(tape, display)) {
        return Copied.REFUSED;
      }
      out.write(',');
      member(display);
    }
    out.write('}');
    return Copied.WRITTEN;
  }

  private void member(int value) {
    int name = value - 1;
    out.slice(tape.bytes(), tape.from(name), tape.to(name));
    out.write(':');
    out.slice(tape.bytes(), tape.from(value), tape.to(value));
  }

  private Copied label(int concept) {
    Optional<List<SecurityLabel>> labels = LabelReader.ofConcept(tape, concept);
    if (labels.isEmpty() || tape.member(concept, Name.MODIFIER_EXTENSION) >= 0) {
      return Copied.REFUSED;
    }
    out.write("{\"coding\":");
    Labelling.write(labels.get(), out);
    out.write('}');
    return Copied.WRITTEN;
  }

  private Copied ownBinary(int value) {
    if (!tape.isText(value)) {
      return Copied.REFUSED;
    }
    if (OwnBinaries.id(tape.text(value), resourceId).isEmpty()) {
      return Copied.OWNER_LEFT_OUT;
    }
    out.slice(tape.bytes(), tape.from(value), tape.to(value));
    return Copied.WRITTEN;
  }

  /**
   * @param value -1 where there is none
   */
  private Optional<String> text(int value) {
    return value >= 0 && tape.isText(value) ? Optional.of(tape.text(value)) : Optional.empty();
  }
}
