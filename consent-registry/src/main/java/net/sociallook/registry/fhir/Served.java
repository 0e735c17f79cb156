package net.sociallook.registry.fhir;

import java.util.List;

/** What a feature answers below {@code /fhir}: each type can be read and searched. */
public record Served(List<Type> types) {

  /**
   * @param parameters of its search, without those that page
   */
  public record Type(String name, List<Parameter> parameters) {}

  /**
   * @param type code of the FHIR value set search-param-type
   */
  public record Parameter(String name, String type) {}
}
