package net.sociallook.gateway.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.ResourceType;

/** Which elements of which resource types may be released: {@code allow-list.txt}, read once. */
final class AllowList {
  private static final String TEXT = load("allow-list.txt");

  static final AllowList CURRENT = AllowListReader.read(TEXT);
  static final AllowList FOR_BENEFIT_AUTHORITIES = AllowListReader.readForBenefitAuthorities(TEXT);

  /**
   * What may be released of one type.
   *
   * @param fields all but resourceType, id and meta, which every type has
   * @param client where it says whom it is about
   */
  record Listed(ResourceType type, Fields fields, ClientPlace client) {}

  private final Map<String, Listed> resources;
  private final Fields meta;

  AllowList(Map<String, Listed> resources, Fields meta) {
    this.resources = Map.copyOf(resources);
    this.meta = meta;
  }

  /** The list for whoever asks. */
  static AllowList of(Terms terms) {
    return switch (terms.admission().request()) {
      case AccessRequest.ByInstitution asked
          when asked.requester().kind() == InstitutionKind.BENEFIT_AUTHORITY ->
          FOR_BENEFIT_AUTHORITIES;
      case AccessRequest.ByInstitution asked -> CURRENT;
      case AccessRequest.ByClient own -> CURRENT;
    };
  }

  /** Empty for a type of which nothing may be released. */
  Optional<Listed> resource(String type) {
    return Optional.ofNullable(resources.get(type));
  }

  Fields meta() {
    return meta;
  }

  private static String load(String name) {
    try (InputStream in = AllowList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": missing (expected: in the package's resources)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
