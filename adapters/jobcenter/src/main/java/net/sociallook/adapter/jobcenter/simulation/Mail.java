package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** Messages to and from the neighbours, the customer and others. */
final class Mail {
  private final Stock stock;

  Mail(Stock stock) {
    this.stock = stock;
  }

  void fill(CustomerFile file) {
    LocalDate today = file.today();
    int days = 20;
    for (People.Neighbour neighbour : file.neighbours()) {
      ObjectNode question = message(file, "AUF", today.minusDays(days), Wording.QUESTION);
      question.set("von", staff(file.caseworker()));
      question.set("an", Fields.of("an", List.of(institution(neighbour))).get("an"));
      long asked = stock.add("postfach", question);
      ObjectNode answer = message(file, "NAC", today.minusDays(days - 2), Wording.ANSWER);
      answer.put("bezug", String.valueOf(asked));
      answer.set("von", institution(neighbour));
      answer.set("an", Fields.of("an", List.of(Fields.of("art", "HAUS"))).get("an"));
      stock.add("postfach", answer);
      days -= 3;
    }
    ObjectNode reminder = message(file, "ERI", today.minusDays(3), Wording.REMINDER);
    reminder.set("von", staff(file.caseworker()));
    reminder.set("an", Fields.of("an", List.of(Fields.of("art", "KUNDE"))).get("an"));
    stock.add("postfach", reminder);
    ObjectNode reply = message(file, "NAC", today.minusDays(2), Wording.CONFIRMATION);
    reply.set("von", Fields.of("art", "KUNDE"));
    reply.set("an", Fields.of("an", List.of(staff(file.caseworker()))).get("an"));
    stock.add("postfach", reply);
    ObjectNode school = message(file, "NAC", today.minusDays(31), "Das Zeugnis ist unterwegs.");
    school.set("von", Fields.of("art", "EXTERN", "name", "Sekretariat der Berufsschule"));
    school.set("an", Fields.of("an", List.of(staff(file.caseworker()))).get("an"));
    stock.add("postfach", school);
  }

  static ObjectNode institution(People.Neighbour neighbour) {
    return Fields.of("art", "STELLE", "kennung", neighbour.id(), "name", neighbour.name());
  }

  static ObjectNode staff(People.Caseworker caseworker) {
    return Fields.of("art", "SB", "kennung", caseworker.id(), "name", caseworker.name());
  }

  private static ObjectNode message(CustomerFile file, String kind, LocalDate day, String text) {
    ObjectNode row = file.row(day);
    row.put("art", kind);
    row.put("betreff", "Übergang in Ausbildung");
    row.put("text", text);
    row.put("gesendet", Writing.millis(day, 10));
    row.put("gelesen", day.isBefore(file.today().minusDays(4)) ? Writing.millis(day, 12) : "0");
    row.put("bezug", "");
    return row;
  }
}
