package net.sociallook.adapter.search;

import java.util.Set;

/** What the value of a search parameter may be. */
public sealed interface ValueForm {
  /** Whether it chooses among one client's records. */
  default boolean filters() {
    return true;
  }

  /** The pseudonym of the patient, without type; required. */
  record Patient() implements ValueForm {
    @Override
    public boolean filters() {
      return false;
    }
  }

  /** {@code code} or {@code system|code}; with commas, any of them. */
  record AnyCode() implements ValueForm {}

  /** A code of a closed list; with commas, any of them. */
  record Choice(Set<String> codes) implements ValueForm {
    public Choice {
      codes = Set.copyOf(codes);
    }
  }

  /** {@code id} or {@code Type/id}; with commas, any of them. */
  record Reference(String type) implements ValueForm {}

  /** As {@link DateFilter} reads it; twice, both hold. */
  record Date() implements ValueForm {}

  /** A number from 1. */
  record Count() implements ValueForm {
    @Override
    public boolean filters() {
      return false;
    }
  }

  /** The sealed position of a next link. */
  record Position() implements ValueForm {
    @Override
    public boolean filters() {
      return false;
    }
  }
}
