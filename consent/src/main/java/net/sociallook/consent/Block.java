package net.sociallook.consent;

/**
 * A client's standing "no" (Sperre). Any active block beats any grant. It does not touch the
 * client's own access.
 */
public sealed interface Block {

  /** Nothing at all passes. */
  record Everything() implements Block {}

  /**
   * This institution takes part in nothing: it receives nothing, and nothing of what it holds is
   * given out.
   */
  record Institution(InstitutionId institution) implements Block {}

  /** This document is never given out. */
  record Document(InstitutionId holder, ResourceId document) implements Block {}

  /** This caseworker receives nothing, whatever the institution may receive. */
  record Person(CaseworkerId caseworker) implements Block {}

  /**
   * Nothing with this sensitivity is given out.
   *
   * @param code of v3-ActCode, for example {@code SUD}
   */
  record Sensitivity(String code) implements Block {}

  /** Whether this block refuses the request as a whole, before anything is fetched. */
  default boolean refuses(AccessRequest.ByInstitution request) {
    return switch (this) {
      case Everything ignored -> true;
      case Institution i ->
          i.institution.equals(request.requester().institution())
              || i.institution.equals(request.holder());
      case Person p -> p.caseworker.equals(request.requester().caseworker());
      case Document d -> false;
      case Sensitivity s -> false;
    };
  }

  /** Whether this block withholds one resource of an answer. */
  default boolean withholds(AccessRequest.ByInstitution request, ResourceFacts facts) {
    return switch (this) {
      case Document d -> d.holder.equals(request.holder()) && d.document.equals(facts.id());
      case Sensitivity s -> facts.labels().sensitivities().contains(s.code);
      case Everything e -> refuses(request);
      case Institution i -> refuses(request);
      case Person p -> refuses(request);
    };
  }
}
