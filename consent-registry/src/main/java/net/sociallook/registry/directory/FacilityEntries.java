package net.sociallook.registry.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Address and services as they stand in the directory's file. */
final class FacilityEntries {
  private static final String CODE = "[a-z0-9-]{2,64}";

  record AddressEntry(
      @Nullable List<String> line, @Nullable String postalCode, @Nullable String city) {}

  record ServiceEntry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String type,
      @Nullable String description) {}

  private final TakenIds serviceIds = new TakenIds();

  Facility facility(
      String at, @Nullable AddressEntry address, @Nullable List<ServiceEntry> services) {
    return new Facility(
        Optional.ofNullable(address).map(one -> address(at + "address, ", one)),
        Given.list(services).stream().map(one -> service(at, one)).toList());
  }

  private static Facility.Address address(String at, AddressEntry entry) {
    String postalCode = Given.text(at + "postalCode", entry.postalCode());
    if (!postalCode.matches("[0-9]{5}")) {
      throw new IllegalArgumentException(
          at + "postalCode: " + postalCode + " (expected: five digits)");
    }
    return new Facility.Address(
        Given.list(entry.line()).stream().map(line -> Given.text(at + "line", line)).toList(),
        postalCode,
        Given.text(at + "city", entry.city()));
  }

  private Facility.Service service(String at, ServiceEntry entry) {
    String id = serviceIds.take(at + "service", entry.id(), 2);
    String here = at + "service " + id + ", ";
    String type = Given.text(here + "type", entry.type());
    if (!type.matches(CODE)) {
      throw new IllegalArgumentException(
          here + "type: " + type + " (expected: a code, 2 to 64 of a-z, 0-9 and -)");
    }
    return new Facility.Service(
        id,
        Given.text(here + "name", entry.name()),
        type,
        Optional.ofNullable(entry.description())
            .map(text -> Given.text(here + "description", text)));
  }
}
