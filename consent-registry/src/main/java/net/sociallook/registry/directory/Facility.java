package net.sociallook.registry.directory;

import java.util.List;
import java.util.Optional;

/** Where an institution is, and what it offers; both for those who look for help. */
public record Facility(Optional<Address> address, List<Service> services) {
  public Facility {
    services = List.copyOf(services);
  }

  /**
   * A postal address in Germany.
   *
   * @param line street and number, or more lines; may be empty
   */
  public record Address(List<String> line, String postalCode, String city) {
    public Address {
      line = List.copyOf(line);
    }
  }

  /**
   * Something that is offered, for example counselling about debts.
   *
   * @param id unique in the whole directory
   * @param type code of what it is
   */
  public record Service(String id, String name, String type, Optional<String> description) {}
}
