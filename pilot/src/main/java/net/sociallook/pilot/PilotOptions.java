package net.sociallook.pilot;

import java.util.Optional;
import net.sociallook.pilot.setup.Database;

/**
 * What a pilot is started with.
 *
 * @param database an own PostgreSQL instead of the embedded one
 */
record PilotOptions(int gateways, Optional<Database> database) {}
