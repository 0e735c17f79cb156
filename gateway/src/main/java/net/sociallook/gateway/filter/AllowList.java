package net.sociallook.gateway.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.ResourceType;

/** Which elements of which resource types may be released: {@code allow-list.txt}, read once. */
final class AllowList {
  static final AllowList CURRENT = load("allow-list.txt");

  /**
   * What may be released of one type.
   *
   * @param fields all but resourceType, id and meta, which every type has
   * @param client the element that says whom it is about; empty for types that are about nobody
   */
  record Listed(ResourceType type, Fields fields, Optional<Name> client) {}

  private final Map<String, Listed> resources;
  private final Fields meta;

  AllowList(Map<String, Listed> resources, Fields meta) {
    this.resources = Map.copyOf(resources);
    this.meta = meta;
  }

  /** Empty for a type of which nothing may be released. */
  Optional<Listed> resource(String type) {
    return Optional.ofNullable(resources.get(type));
  }

  Fields meta() {
    return meta;
  }

  private static AllowList load(String name) {
    try (InputStream in = AllowList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": missing (expected: in the package's resources)");
      }
      return AllowListReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
