package net.sociallook.pilot.scene;

import java.util.List;

/**
 * A part of a walkthrough. It begins with nothing allowed, and whatever it allows is taken back at
 * its end.
 */
public record Scene(String title, List<Step> steps) {
  public Scene {
    steps = List.copyOf(steps);
  }

  public static Scene of(String title, Step... steps) {
    return new Scene(title, List.of(steps));
  }
}
