package net.sociallook.adapter.youthoffice.simulation;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Messages to and from the jobcenter, the client and others. */
final class Mail {
  private final Rows rows;
  private final Neighbour neighbour;
  private long messages = 200;

  Mail(Rows rows, Neighbour neighbour) {
    this.rows = rows;
    this.neighbour = neighbour;
  }

  void add(CaseFile file, LocalDate today) throws SQLException {
    Letterbox jobcenter = new Letterbox("I", neighbour.directoryId(), neighbour.name());
    long question =
        message(
            file,
            new Note("E", jobcenter, "B", today.minusDays(12), null),
            "Können wir den nächsten Schritt gemeinsam besprechen?");
    message(
        file,
        new Note("A", jobcenter, "N", today.minusDays(11), question),
        "Gern. Wir schlagen ein Gespräch zu dritt im nächsten Monat vor.");
    message(
        file,
        new Note("A", new Letterbox("K", null, null), "E", today.minusDays(4), null),
        "Bitte denken Sie an unser Gespräch und bringen Sie Ihre Mappe mit.");
    message(
        file,
        new Note("E", new Letterbox("S", null, "Hausarztpraxis"), "N", today.minusDays(30), null),
        "Die Bescheinigung ist unterwegs.");
  }

  private long message(CaseFile file, Note note, String text) throws SQLException {
    long id = ++messages;
    rows.insert(
        "83 nachricht values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'N')",
        id,
        file.number(),
        note.direction(),
        note.partner().kind(),
        note.partner().directoryId(),
        note.partner().name(),
        note.kind(),
        "Ihre Unterstützung im Übergang",
        text,
        Casework.at(note.date(), 13),
        Casework.at(note.date(), 15),
        note.answers(),
        file.responsible().initials(),
        1,
        null,
        Casework.at(note.date(), 15));
    return id;
  }

  /**
   * @param kind {@code partner_kz}
   */
  private record Letterbox(String kind, @Nullable String directoryId, @Nullable String name) {}

  /**
   * @param direction {@code richtung_kz}
   * @param kind {@code art_kz}
   * @param answers {@code antwort_auf}
   */
  private record Note(
      String direction, Letterbox partner, String kind, LocalDate date, @Nullable Long answers) {}
}
