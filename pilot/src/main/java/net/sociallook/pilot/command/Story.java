package net.sociallook.pilot.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tells what happens, step by step, and keeps whether it was what should happen. */
final class Story {
  private final PrintStream out;
  private final List<Step> steps = new ArrayList<>();
  private int chapter;

  /**
   * @param right whether what happened is what should happen
   */
  record Step(String told, boolean right) {}

  Story(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    out.println();
    out.println(++chapter + ". " + title);
  }

  void tell(String sentence) {
    out.println("   " + sentence);
  }

  /** A sentence that must be true. */
  void check(boolean right, String told) {
    steps.add(new Step(told, right));
    out.println("   " + (right ? "ok    " : "WRONG ") + told);
  }

  /** "Schmidt, Leon" as people say it. */
  static String spoken(String name) {
    String[] parts = name.split(", ", 2);
    return parts[parts.length - 1] + " " + parts[0];
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  boolean isRight() {
    return !steps.isEmpty() && steps.stream().allMatch(Step::right);
  }
}
