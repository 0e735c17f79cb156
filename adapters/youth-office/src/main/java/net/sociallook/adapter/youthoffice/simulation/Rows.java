package net.sociallook.adapter.youthoffice.simulation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sociallook.adapter.youthoffice.simulation.CaseFile.Planned;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the case system, in batches. */
final class Rows {
  private final Connection connection;
  private final Map<String, PreparedStatement> inserts = new TreeMap<>();
  private long documents = 1000;

  Rows(Connection connection) {
    this.connection = connection;
  }

  void catalogues(List<Caseworker> caseworkers) throws SQLException {
    Map<String, String> kinds =
        Map.of(
            "HPL", "Hilfeplan",
            "HPF", "Hilfeplan, Fortschreibung",
            "BES", "Bescheid",
            "EIN", "Einladung",
            "STN", "Stellungnahme",
            "VER", "Verlaufsnotiz",
            "ZEU", "Zeugnis",
            "LEB", "Lebenslauf",
            "GEN", "Genogramm");
    for (Map.Entry<String, String> kind : new TreeMap<>(kinds).entrySet()) {
      insert("10 dokumentart values (?, ?)", kind.getKey(), kind.getValue());
    }
    insert("11 vertraulichkeit values (?, ?)", 1, "normal");
    insert("11 vertraulichkeit values (?, ?)", 2, "vertraulich (§ 65 SGB VIII)");
    insert("11 vertraulichkeit values (?, ?)", 3, "streng vertraulich");
    insert("11 vertraulichkeit values (?, ?)", 9, "noch nicht eingestuft");
    for (Caseworker worker : caseworkers) {
      insert(
          "12 sachbearbeiter values (?, ?, ?, ?)",
          worker.initials(),
          worker.surname(),
          worker.givenName(),
          worker.directoryId().orElse(null));
    }
  }

  void add(CaseFile file, Archive archive) throws SQLException, IOException {
    Person person = file.person();
    insert(
        "20 person values (?, ?, ?, ?)",
        person.number(),
        person.surname(),
        person.givenName(),
        Date.valueOf(person.birthDate()));
    insert(
        "30 fallakte values (?, ?, ?, ?, ?)",
        file.number(),
        file.reference(),
        person.number(),
        file.responsible().initials(),
        Date.valueOf(file.openedOn()));
    int number = 0;
    for (Planned planned : file.documents()) {
      add(file, ++number, planned, archive, "N");
    }
    for (Planned planned : file.hidden()) {
      add(file, ++number, planned, archive, planned.status().equals("E") ? "N" : "J");
    }
  }

  private void add(CaseFile file, int number, Planned planned, Archive archive, String deleted)
      throws SQLException, IOException {
    long id = ++documents;
    Template template = planned.template();
    OffsetDateTime changed =
        planned.date().atTime(9 + number % 8, 12 + number).atOffset(ZoneOffset.UTC);
    insert(
        "40 dokument values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        file.number(),
        number,
        template.kind(),
        planned.status(),
        Date.valueOf(planned.date()),
        template.subject(),
        file.responsible().initials(),
        template.level(),
        template.mark(),
        changed,
        deleted);
    Archive.Stored stored = archive.write(file, number, planned);
    insert(
        "50 dokument_datei values (?, ?, ?, ?, ?, ?, ?)",
        id,
        1,
        stored.path(),
        template.form().mediaType,
        template.subject(),
        stored.size(),
        stored.sha1());
  }

  /** Sends everything, in the order of the numbers before the tables' names. */
  void flush() throws SQLException {
    for (PreparedStatement insert : inserts.values()) {
      insert.executeBatch();
      insert.close();
    }
  }

  void insert(String numbered, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = inserts.get(numbered);
    if (statement == null) {
      statement = connection.prepareStatement("insert into " + numbered.substring(3));
      inserts.put(numbered, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }
}
