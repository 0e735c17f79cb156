package net.sociallook.registry.listing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.sociallook.registry.fhir.Searchset;
import net.sociallook.registry.web.Parameters;

/**
 * Which resources of a type are asked for, in the order of their ids.
 *
 * @param after only larger ids
 * @param count at most so many on a page
 */
record ListingQuery(Predicate<Listed> matching, Optional<String> after, int count) {

  static ListingQuery of(ListedType type, Map<String, List<String>> given) {
    Set<String> known = new HashSet<>(Set.of("_id", "_count", Searchset.AFTER));
    type.parameters().forEach(parameter -> known.add(parameter.code()));
    Parameters parameters = Parameters.of(given, known);
    Predicate<Listed> matching =
        parameters
            .text("_id")
            .map(SearchParameter::alternatives)
            .<Predicate<Listed>>map(ids -> one -> ids.contains(one.id()))
            .orElse(one -> true);
    for (SearchParameter parameter : type.parameters()) {
      Optional<Predicate<Listed>> one = parameters.text(parameter.code()).map(parameter::anyOf);
      matching = one.map(matching::and).orElse(matching);
    }
    return new ListingQuery(matching, parameters.text(Searchset.AFTER), parameters.count("_count"));
  }

  boolean matches(Listed one) {
    return after.filter(id -> one.id().compareTo(id) <= 0).isEmpty() && matching.test(one);
  }
}
