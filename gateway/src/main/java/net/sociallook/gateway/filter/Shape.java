package net.sociallook.gateway.filter;

import java.util.Set;

/** The form in which a value may be released. What has another form does not pass. */
sealed interface Shape permits Leaf, Fields, Shape.Special {

  /** Values that are not simply copied. */
  sealed interface Special extends Shape {}

  /** A reference to the client: becomes the recipient's pseudonym of her, and nothing else. */
  record Client() implements Special {}

  /**
   * A reference to one of these types, by relative reference or by stated type, with its display
   * text; one to the client becomes the recipient's pseudonym. Left out if it is anything else.
   */
  record Reference(Set<String> types) implements Special {
    public Reference {
      types = Set.copyOf(types);
    }
  }

  /** As {@link Reference}; but if it names another Patient, or might, the resource is withheld. */
  record Party(Set<String> types) implements Special {
    public Party {
      types = Set.copyOf(types);
    }
  }

  /** The client in one of the objects of a list, and no other Patient; the others are parties. */
  record ClientOr(Party other) implements Special {}

  /** A code of these, and no other: R4 knows no other for this element. */
  record OneCode(Set<String> codes) implements Special {
    public OneCode {
      codes = Set.copyOf(codes);
    }
  }

  /** A security label (CodeableConcept): only what is known of it is written. */
  record Label() implements Special {}

  /**
   * The relative address of a Binary of this very resource; else the object it stands in is left
   * out.
   */
  record OwnBinary() implements Special {}

  /** If there is one, the object it stands in is left out. */
  record Hides() implements Special {}

  /** If there is one, the resource is withheld: it could change the meaning of all the rest. */
  record Refuses() implements Special {}
}
