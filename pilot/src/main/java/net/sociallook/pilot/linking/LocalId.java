package net.sociallook.pilot.linking;

import net.sociallook.pilot.roster.Client;

/**
 * The number of a client's case in the youth office's simulated system, which counts as the roster
 * does.
 */
final class LocalId {
  private LocalId() {}

  static String of(Client client) {
    return Integer.toString(client.number());
  }
}
