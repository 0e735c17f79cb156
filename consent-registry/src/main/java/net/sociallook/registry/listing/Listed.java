package net.sociallook.registry.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * One resource of the directory, by what it can be found by.
 *
 * @param name what it is called; empty where a type has no name
 * @param codes of what it is
 * @param organization id of the organization that it belongs to
 * @param resource makes it, once it is found
 */
record Listed(
    String id,
    Optional<String> name,
    List<Code> codes,
    Optional<String> organization,
    Supplier<ObjectNode> resource) {

  /** A coding. */
  record Code(String system, String code) {}
}
