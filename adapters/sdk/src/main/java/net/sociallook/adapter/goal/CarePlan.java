package net.sociallook.adapter.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Labels;

/**
 * A plan of help, which holds goals together.
 *
 * @param category kinds by which plans are grouped; may be empty
 * @param end the last day; empty when open
 * @param goals the ids of its goals
 * @see <a href="https://hl7.org/fhir/R4/careplan.html">CarePlan</a>
 */
public record CarePlan(
    String id,
    String client,
    CarePlanStatus status,
    List<Code> category,
    String title,
    LocalDate start,
    Optional<LocalDate> end,
    Optional<Author> author,
    List<String> goals,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {

  public CarePlan {
    category = List.copyOf(category);
    goals = List.copyOf(goals);
  }
}
