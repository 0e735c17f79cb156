package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.contact.Contacts;
import net.sociallook.adapter.contact.PostalAddress;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Labels;

/** How the customers are called and can be reached. */
final class RestContacts implements Contacts {
  private final Fallwerk system;
  private final ZoneId zone;

  RestContacts(Fallwerk system, ZoneId zone) {
    this.system = system;
    this.zone = zone;
  }

  @Override
  public Optional<Contact> read(String client) {
    if (!Ask.of(client).isPossible()) {
      return Optional.empty();
    }
    return switch (system.ask("kunden/" + client)) {
      case Answer.Found found -> contact(new Row(found.data(), zone), client);
      case Answer.Missing missing -> Optional.empty();
      case Answer.MarkExpired expired -> throw Row.wrong("fehlercode");
    };
  }

  @Override
  public boolean isReachable() {
    return system.isReachable();
  }

  private static Optional<Contact> contact(Row row, String client) {
    try {
      if (!row.client().equals(client)) {
        throw Row.wrong("kdnr");
      }
      if (row.isDeleted()) {
        return Optional.empty();
      }
      boolean isHidden = !row.maybe("auskunftssperre").equals(Optional.of("N"));
      return Optional.of(
          new Contact(
              client,
              row.text("nachname"),
              row.text("vorname"),
              row.maybeDay("geburtsdatum"),
              row.maybe("telefon"),
              row.maybe("email"),
              isHidden ? Optional.empty() : address(row.inner("anschrift")),
              row.changedAt(),
              isHidden ? new Labels(Confidentiality.V, Set.of()) : row.labels()));
    } catch (IncompleteException e) {
      return Optional.empty();
    }
  }

  // An address that has a gap is none.
  private static Optional<PostalAddress> address(Row row) {
    Optional<String> street = row.maybe("strasse");
    Optional<String> postalCode = row.maybe("plz");
    Optional<String> city = row.maybe("ort");
    return street.isEmpty() || postalCode.isEmpty() || city.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostalAddress(street.get(), postalCode.get(), city.get()));
  }
}
