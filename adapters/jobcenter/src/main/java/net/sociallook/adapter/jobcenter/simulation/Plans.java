package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Plans of cooperation with their goals. */
final class Plans {
  private final Stock stock;

  Plans(Stock stock) {
    this.stock = stock;
  }

  /** A plan that is over and one that holds; for every fifth customer a draft. */
  void fill(CustomerFile file) {
    LocalDate opened = file.openedOn();
    LocalDate review = opened.plusDays(182);
    Random random = file.random("plan");
    int wording = random.nextInt(Wording.GOALS.size());
    long reached = goal(file, new Aim("E", wording, opened, review, "1", ""));
    long missed = goal(file, new Aim("X", wording + 1, opened, review, "6", "Umzug der Familie."));
    plan(file, "E", opened, review.minusDays(1), List.of(reached, missed));
    long running = goal(file, new Aim("L", wording + 2, review, review.plusDays(400), "2", ""));
    long open = goal(file, new Aim("L", wording + 3, review, null, "", ""));
    plan(file, "L", review, null, List.of(running, open));
    if (file.number() % 5 == 0) {
      long idea = goal(file, new Aim("N", wording + 4, file.today(), null, "", ""));
      plan(file, "N", file.today(), null, List.of(idea));
    }
  }

  private void plan(
      CustomerFile file, String state, LocalDate from, @Nullable LocalDate to, List<Long> goals) {
    ObjectNode row = file.row(from);
    row.put("stand", state);
    row.put("titel", "Kooperationsplan nach § 15 SGB II");
    row.put("von", Writing.day(from));
    row.put("bis", to == null ? "31.12.9999" : Writing.day(to));
    row.put("ziele", String.join(";", goals.stream().map(String::valueOf).toList()));
    stock.add("kooperationsplaene", row);
  }

  private long goal(CustomerFile file, Aim aim) {
    ObjectNode row = file.row(aim.agreed());
    row.put("stand", aim.state());
    row.put("wortlaut", Wording.GOALS.get(aim.wording() % Wording.GOALS.size()));
    row.put("vereinbart", Writing.day(aim.agreed()));
    row.put("frist", Writing.day(aim.due()));
    row.put("bewertung", aim.rating());
    row.put("begruendung", aim.reason());
    return stock.add("ziele", row);
  }

  /**
   * @param state {@code stand}
   * @param rating {@code bewertung}
   */
  private record Aim(
      String state,
      int wording,
      LocalDate agreed,
      @Nullable LocalDate due,
      String rating,
      String reason) {}
}
