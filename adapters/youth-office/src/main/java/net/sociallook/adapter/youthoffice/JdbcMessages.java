package net.sociallook.adapter.youthoffice;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.sociallook.adapter.message.Message;
import net.sociallook.adapter.message.MessageQuery;
import net.sociallook.adapter.message.MessageStatus;
import net.sociallook.adapter.message.Messages;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Party;

/** The messages of the case files, to and from others. */
final class JdbcMessages implements Messages {
  private static final String SELECT =
      """
      select n.*, a.pers_nr, s.nachname, s.vorname, s.verzeichnis_kennung
        from nachricht n
        join fallakte a on a.akt_id = n.akt_id
        left join sachbearbeiter s on s.kürzel = n.kürzel
       where n.gelöscht_kz = 'N' and a.gelöscht_kz = 'N'
         and n.richtung_kz in ('E', 'A') and n.art_kz in ('N', 'E', 'B')\
      """;

  private final Table<Message> table;

  JdbcMessages(DataSource database) {
    this.table =
        new Table<>(
            database,
            new Table.Shape<>("nachricht-", "n.nachr_id", true, SELECT, JdbcMessages::message));
  }

  @Override
  public Page<Message> search(String client, MessageQuery query, PageRequest page) {
    return table.page(
        new Conditions()
            .and("a.pers_nr = ?", client)
            .any("n.art_kz", Category.letters(query.category()))
            .within("n.gesendet_am", query.sent())
            .within("n.geändert_am", query.lastUpdated()),
        page);
  }

  @Override
  public Optional<Message> read(String id) {
    return table.read(id);
  }

  @Override
  public boolean isReachable() {
    return table.isReachable();
  }

  private static Message message(Row row) throws SQLException {
    Optional<Author> caseworker = row.caseworker();
    Party own = caseworker.<Party>map(Party.OfCaseworker::new).orElse(new Party.OfHolder());
    Party partner = partner(row);
    boolean incoming = row.text("richtung_kz").equals("E");
    return new Message(
        row.id("nachricht-", "nachr_id"),
        row.text("pers_nr"),
        MessageStatus.COMPLETED,
        List.of(Category.of(row.text("art_kz")).code),
        row.instant("gesendet_am"),
        row.maybeInstant("gelesen_am"),
        incoming ? partner : own,
        List.of(incoming ? own : partner),
        row.text("betreff"),
        row.text("wortlaut"),
        row.link("nachricht-", "antwort_auf"),
        row.changedAt(),
        row.labels());
  }

  private static Party partner(Row row) throws SQLException {
    String name = row.maybe("partner_name").orElse("unbekannt");
    Optional<String> directoryId = row.maybe("partner_kennung");
    return switch (row.text("partner_kz")) {
      case "K" -> new Party.OfClient();
      case "I" ->
          directoryId
              .<Party>map(id -> new Party.OfInstitution(id, name))
              .orElse(new Party.Outside(name));
      default -> new Party.Outside(name);
    };
  }

  /** What the letters of {@code art_kz} mean outside. */
  private enum Category {
    NACHRICHT("N", "notification", "Nachricht"),
    ERINNERUNG("E", "reminder", "Erinnerung"),
    BITTE("B", "instruction", "Bitte");

    private static final Map<String, Category> BY_LETTER =
        Map.of("N", NACHRICHT, "E", ERINNERUNG, "B", BITTE);

    private final String letter;
    private final Code code;

    Category(String letter, String code, String display) {
      this.letter = letter;
      this.code =
          new Code("http://terminology.hl7.org/CodeSystem/communication-category", code, display);
    }

    static Category of(String letter) {
      return Optional.ofNullable(BY_LETTER.get(letter))
          .orElseThrow(() -> new IllegalStateException("art_kz: not to be shown"));
    }

    static List<String> letters(Set<CodeFilter> wanted) {
      return Arrays.stream(values())
          .filter(it -> wanted.isEmpty() || wanted.stream().anyMatch(f -> f.matches(it.code)))
          .map(it -> it.letter)
          .toList();
    }
  }
}
