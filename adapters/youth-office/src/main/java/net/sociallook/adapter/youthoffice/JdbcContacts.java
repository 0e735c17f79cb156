package net.sociallook.adapter.youthoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import net.sociallook.adapter.contact.Contact;
import net.sociallook.adapter.contact.Contacts;
import net.sociallook.adapter.contact.PostalAddress;
import net.sociallook.adapter.record.Labels;

/** How the persons of the case files are called and can be reached. */
final class JdbcContacts implements Contacts {
  private static final String SELECT =
      """
      select p.pers_nr, p.nachname, p.vorname, p.geb_dat,
             k.telefon, k.email, k.straße, k.plz, k.ort, k.geändert_am
        from person p join kontakt k on k.pers_nr = p.pers_nr
       where p.pers_nr = ?
         and exists (select 1 from fallakte a where a.pers_nr = p.pers_nr and a.gelöscht_kz = 'N')
      """;

  private final DataSource database;

  JdbcContacts(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Contact> read(String client) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setString(1, client);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(contact(new Row(row))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("case system: not answering", e));
    }
  }

  @Override
  public boolean isReachable() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Contact contact(Row row) throws SQLException {
    return new Contact(
        row.text("pers_nr"),
        row.text("nachname"),
        row.text("vorname"),
        row.maybeDay("geb_dat"),
        row.maybe("telefon"),
        row.maybe("email"),
        address(row),
        row.changedAt(),
        Labels.NORMAL);
  }

  // An address that has a gap is none.
  private static Optional<PostalAddress> address(Row row) throws SQLException {
    Optional<String> street = row.maybe("straße");
    Optional<String> postalCode = row.maybe("plz");
    Optional<String> city = row.maybe("ort");
    return street.isEmpty() || postalCode.isEmpty() || city.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostalAddress(street.get(), postalCode.get(), city.get()));
  }
}
