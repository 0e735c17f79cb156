package net.sociallook.gateway.filter;

/** Where the resources of a type say whom they are about. */
sealed interface ClientPlace {

  /** They are about nobody. */
  record None() implements ClientPlace {}

  /** A Reference to the client. */
  record Element(Name name) implements ClientPlace {}

  /** A list whose objects refer to people; exactly one of them to the client. */
  record Among(Name list, Name element) implements ClientPlace {}

  /** The resource is the client herself: its id is her pseudonym. */
  record Herself() implements ClientPlace {}
}
