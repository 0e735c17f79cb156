package net.sociallook.pilot;

import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Which ports a pilot uses. They stay with its state: passkeys are bound to the page's origin, and
 * grants to the addresses they were signed with.
 */
final class KeptPorts {
  private KeptPorts() {}

  /**
   * @param asked as on the command line; null for what was used before
   * @throws StartFailed if the state was made on other ports
   */
  static Ports choose(StateDirectory state, @Nullable Integer asked) {
    Ports kept = JsonFile.read(state.portsFile(), Ports.class).orElse(null);
    if (kept != null && asked != null && kept.base() != asked) {
      throw new StartFailed(
          "--port-base: "
              + asked
              + " (expected: "
              + (kept.base() == 0 ? "none" : kept.base())
              + ", which the state in "
              + state.shown(state.root())
              + " was made with; --reset forgets that state)");
    }
    return kept != null ? kept : new Ports(asked == null ? 0 : asked);
  }

  /**
   * To be called once the ports are known to be free, so that a first start on taken ones binds
   * nobody.
   */
  static void keep(StateDirectory state, Ports ports) {
    JsonFile.write(state.portsFile(), ports);
  }
}
