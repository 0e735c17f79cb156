package net.sociallook.pilot.setup;

import net.sociallook.pilot.roster.Institution;

/** What stands behind the adapters of one kind. */
interface ExistingSystem {
  /** Adds to an adapter's settings where the system of its institution is. */
  void name(SettingsFile adapter, Institution institution);
}
